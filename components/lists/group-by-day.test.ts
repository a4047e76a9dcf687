import { expect, test } from 'vitest';
import type { ArticleSummary } from '@/lib/articles/article';
import { groupByDay } from './group-by-day';

function makeStory(changes: Partial<ArticleSummary>): ArticleSummary {
  return {
    slug: 'a',
    title: 'A',
    digest: null,
    publishedAt: new Date('2022-02-18T06:51:45Z'),
    sourceName: null,
    category: null,
    language: 'zh-CN',
    ...changes,
  };
}

const times = [
  '2022-02-18T16:00:00Z',
  '2022-02-18T15:59:59Z',
  '2022-02-18T01:00:00Z',
  '2022-02-17T00:00:00Z',
];

test.each([
  ['Asia/Shanghai', ['2022-02-19: 0', '2022-02-18: 1 2', '2022-02-17: 3']],
  ['UTC', ['2022-02-18: 0 1 2', '2022-02-17: 3']],
  ['America/New_York', ['2022-02-18: 0 1', '2022-02-17: 2', '2022-02-16: 3']],
])('the day changes at midnight of %s', (timeZone, expected) => {
  const stories = times.map((time, index) => makeStory({ slug: String(index), publishedAt: new Date(time) }));
  const days = groupByDay(stories, timeZone);
  expect(days.map(({ day, items }) => `${day}: ${items.map(({ slug }) => slug).join(' ')}`)).toEqual(
    expected,
  );
});

test('no stories, no days', () => {
  expect(groupByDay([], 'UTC')).toEqual([]);
});
