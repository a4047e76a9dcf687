import { setTimeout } from 'node:timers/promises';

/**
 * Waits until the time since `startedAt` (of `performance.now()`) is a multiple of `stepMs`: an answer then comes at
 * the same moment whether a little more or less was to be done for it.
 */
export async function evenOutTime(startedAt: number, stepMs: number): Promise<void> {
  await setTimeout(timeToNextStep(performance.now() - startedAt, stepMs));
}

/** Milliseconds from `elapsedMs` to the next full step; 0 on a step. */
export function timeToNextStep(elapsedMs: number, stepMs: number): number {
  return Math.ceil(elapsedMs / stepMs) * stepMs - elapsedMs;
}
