import { expect, it } from 'vitest';
import { evenOutTime } from './even-out-time';

it.each([0, 13, 49])('answers on the next full step after %i ms of work', async (workedMs) => {
  const startedAt = performance.now() - workedMs;
  await evenOutTime(startedAt, 50);
  // Timers may fire up to 1 ms early.
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(49);
});
