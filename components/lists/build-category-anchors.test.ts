import { expect, test } from 'vitest';
import { buildCategoryAnchors } from './build-category-anchors';

test.each([
  [['荆州日报'], [['荆州日报新闻', '荆州日报']]],
  [['每日经济新闻'], [['每日经济新闻']]],
  [
    ['TechWeb', '财联社'],
    [
      ['TechWeb新闻', 'TechWeb'],
      ['财联社新闻', '财联社'],
    ],
  ],
  // The tag of one is the name of another: the tag wins, and no id stands twice.
  [
    ['东财', '东财新闻'],
    [['东财新闻', '东财'], []],
  ],
  [
    ['东财新闻', '东财'],
    [['东财新闻'], ['东财']],
  ],
  [['安信国际 (香港)'], [['安信国际-(香港)新闻', '安信国际-(香港)']]],
])('%j', (names, anchors) => {
  expect(buildCategoryAnchors(names)).toEqual(anchors);
});
