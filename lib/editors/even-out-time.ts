import { setTimeout } from 'node:timers/promises';

/**
 * Waits until the time since `startedAt` (of `performance.now()`) is a multiple of `stepMs`: an answer then comes at
 * the same moment whether a little more or less was to be done for it.
 */
export async function evenOutTime(startedAt: number, stepMs: number): Promise<void> {
  const elapsed = performance.now() - startedAt;
  await setTimeout(Math.ceil(elapsed / stepMs) * stepMs - elapsed);
}
