import { expect, it } from 'vitest';
import { readSwipe } from './read-swipe';

const stroke = { dx: -120, dy: 10, ms: 250, startX: 250, width: 360 };

it.each([
  ['leftwards', {}, 'left'],
  ['rightwards', { dx: 120, startX: 100 }, 'right'],
  ['too short', { dx: -70 }, undefined],
  ['too short for a wide window', { dx: -120, width: 1000 }, undefined],
  ['too slow', { ms: 900 }, undefined],
  ['not level', { dy: 60 }, undefined],
  ['a scroll', { dx: -5, dy: 300 }, undefined],
  ['from the left edge, where the system goes back', { dx: 120, startX: 10 }, undefined],
  ['from the right edge', { startX: 355 }, undefined],
])('a stroke %s', (_name, change, expected) => {
  expect(readSwipe({ ...stroke, ...change })).toBe(expected);
});
