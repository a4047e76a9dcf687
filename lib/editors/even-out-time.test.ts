import { expect, it } from 'vitest';
import { timeToNextStep } from './even-out-time';

it.each([
  [0, 0],
  [1, 249],
  [144, 106],
  [250, 0],
  [251, 249],
  [499, 1],
])('after %i ms of work the answer waits %i ms more for its step of 250', (elapsed, wait) => {
  expect(timeToNextStep(elapsed, 250)).toBe(wait);
});
