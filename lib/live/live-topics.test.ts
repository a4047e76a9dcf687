import { expect, it } from 'vitest';
import { parseTopics } from './live-topics';

it.each([
  [[], ['front']],
  [[''], ['front']],
  [['front'], ['front']],
  [['tag:乙,category:a,front'], ['category:a', 'front', 'tag:乙']],
  [
    ['stock:1.600160', 'day:2022-02-18'],
    ['day:2022-02-18', 'stock:1.600160'],
  ],
  [['front', 'front'], ['front']],
  // A comma within a name parts nothing.
  [['tag:a, b,front'], ['front', 'tag:a, b']],
  [['article:NW202202182281417543'], ['article:NW202202182281417543']],
])('%j', (values, topics) => {
  expect(parseTopics(values)).toEqual(topics);
});

it.each([
  [['FRONT']],
  [['tag:']],
  [['a b']],
  [[`tag:${'x'.repeat(201)}`]],
  [['tag:a\u0000']],
  [Array.from({ length: 101 }, (_, at) => `tag:${at}`)],
])('refuses %j', (values) => {
  expect(parseTopics(values)).toBeUndefined();
});
