import { expect, it } from 'vitest';
import { buildStoryGroups, type StoryDecision } from './build-story-groups';

/** Article n is published on day n of one month, unless said otherwise. */
function group(
  pairs: [number, number, number?][],
  decisions: StoryDecision[] = [],
  days: Record<number, number> = {},
): number[][] {
  const ids = [...new Set([...pairs.flatMap(([one, other]) => [one, other]), ...decisions.flatMap(({ articleId, otherId }) => [articleId, otherId ?? articleId])])]; // prettier-ignore
  const dates = new Map(ids.map((id) => [id, new Date(Date.UTC(2026, 0, days[id] ?? 1))]));
  const links = pairs.map(([firstId, secondId, similarity = 0.5]) => ({ firstId, secondId, similarity }));
  return buildStoryGroups(links, decisions, dates).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

function split(articleId: number): StoryDecision {
  return { kind: 'split', articleId, otherId: null };
}

function join(articleId: number, otherId: number): StoryDecision {
  return { kind: 'join', articleId, otherId };
}

it('connects pairs', () => {
  expect(group([[1, 2], [2, 3], [5, 6]])).toEqual([[1, 2, 3], [5, 6]]); // prettier-ignore
  expect(group([])).toEqual([]);
});

it('gives the same in whatever order the pairs come', () => {
  const pairs: [number, number, number][] = [[1, 2, 0.5], [2, 3, 0.6], [3, 4, 0.7], [4, 5, 0.5]]; // prettier-ignore
  const days = { 1: 1, 2: 2, 3: 4, 4: 5, 5: 6 };
  const expected = group(pairs, [], days);
  expect(expected).toEqual([[2, 3, 4]]);
  expect(group(pairs.toReversed(), [], days)).toEqual(expected);
});

it('makes no group longer than three days out of a chain, and keeps the strongest pairs', () => {
  expect(group([[1, 2, 0.5], [2, 3, 0.9]], [], { 1: 1, 2: 4, 3: 7 })).toEqual([[2, 3]]); // prettier-ignore
});

it('leaves a split article out, and the others together', () => {
  expect(group([[1, 2], [2, 3], [1, 3]], [split(1)])).toEqual([[2, 3]]); // prettier-ignore
  expect(group([[1, 2]], [split(2)])).toEqual([]);
});

it('joins whatever the dates, also an article that was split off', () => {
  expect(group([], [join(1, 2)], { 1: 1, 2: 30 })).toEqual([[1, 2]]);
  expect(group([[1, 2]], [split(1), join(1, 3)])).toEqual([[1, 3]]);
  expect(group([[2, 3]], [join(1, 2)])).toEqual([[1, 2, 3]]);
});

it('takes back what joined an article when it is split off later', () => {
  expect(group([], [join(1, 2), split(2)])).toEqual([]);
});
