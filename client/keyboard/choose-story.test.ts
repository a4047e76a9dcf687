import { expect, it } from 'vitest';
import { chooseStory } from './choose-story';

it('goes on from the story with the focus, and stops at the ends', () => {
  expect(chooseStory([10, 20, 30], 0, 1)).toBe(1);
  expect(chooseStory([10, 20, 30], 2, 1)).toBeUndefined();
  expect(chooseStory([10, 20, 30], 2, -1)).toBe(1);
  expect(chooseStory([10, 20, 30], 0, -1)).toBeUndefined();
});

it('begins with what is in sight', () => {
  expect(chooseStory([-50, -10, 40, 90], -1, 1)).toBe(2);
  expect(chooseStory([-50, -10, 40, 90], -1, -1)).toBe(1);
  expect(chooseStory([10, 20], -1, -1)).toBeUndefined();
  expect(chooseStory([-20, -10], -1, 1)).toBeUndefined();
  expect(chooseStory([-20, -10], -1, -1)).toBe(1);
  expect(chooseStory([], -1, 1)).toBeUndefined();
  expect(chooseStory([], -1, -1)).toBeUndefined();
});
