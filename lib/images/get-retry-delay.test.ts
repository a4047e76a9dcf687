import { expect, it } from 'vitest';
import { getRetryDelay } from './get-retry-delay';

it.each([
  [1, 1],
  [2, 6],
  [3, 24],
  [4, 72],
  [5, 168],
  [50, 168],
])('after %i failures it waits %i hours', (failures, hours) => {
  expect(getRetryDelay(failures)).toBe(hours * 3600);
});
