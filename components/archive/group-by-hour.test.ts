import { expect, test } from 'vitest';
import { groupByHour } from './group-by-hour';

function story(slug: string, time: string) {
  const publishedAt = new Date(time);
  return {
    slug,
    title: slug,
    digest: null,
    publishedAt,
    sourceName: null,
    category: null,
    language: 'zh-CN',
  };
}

test('splits a day by its hours and gives each minute one anchor', () => {
  const hours = groupByHour(
    [
      story('c', '2022-02-18T06:57:40Z'),
      story('b', '2022-02-18T06:57:02Z'),
      story('a', '2022-02-17T16:30:00Z'),
    ],
    'Asia/Shanghai',
  );
  expect(hours.map(({ hour, stories }) => [hour, ...stories.map(({ anchor }) => anchor)])).toEqual([
    ['14', 't-14-57', undefined],
    ['00', 't-00-30'],
  ]);
});

test('an hour that the clock shows twice is one piece, and has one anchor a minute', () => {
  const hours = groupByHour(
    [story('b', '2026-10-25T01:30:00Z'), story('a', '2026-10-25T00:30:00Z')],
    'Europe/Berlin',
  );
  expect(hours.map(({ hour, stories }) => [hour, ...stories.map(({ anchor }) => anchor)])).toEqual([
    ['02', 't-02-30', undefined],
  ]);
});
