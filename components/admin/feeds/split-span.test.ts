import { expect, it } from 'vitest';
import { splitSpan } from './split-span';

it.each([
  [0, 'seconds', 0],
  [30, 'seconds', 30],
  [60, 'minutes', 1],
  [90, 'seconds', 90],
  [900, 'minutes', 15],
  [3600, 'hours', 1],
  [5400, 'minutes', 90],
  [7260, 'hours', 2],
  [86_400, 'days', 1],
  [200_000, 'days', 2],
])('%i s', (seconds, unit, count) => {
  expect(splitSpan(seconds)).toEqual({ unit, count });
});
