import { expect, test } from 'vitest';
import { getOrigin } from './get-origin';

test.each([
  ['荆州日报', '荆州日报', '荆州日报'],
  ['市场词典', '金融消息', '市场词典 · 金融消息'],
  [null, '财联社', '财联社'],
  ['财联社', null, '财联社'],
  [null, null, ''],
])('category %j and source %j: %j', (category, sourceName, expected) => {
  const story = {
    slug: 'a',
    title: 'A',
    digest: null,
    publishedAt: new Date(0),
    sourceName,
    category: category === null ? null : { slug: 'c', name: category },
    language: 'zh-CN',
  };
  expect(getOrigin(story)).toBe(expected);
});
