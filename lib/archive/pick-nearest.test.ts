import { expect, test } from 'vitest';
import { pickNearest } from './pick-nearest';

const moment = new Date('2022-05-26T06:57:00Z');

test.each([
  [['07:03:00', '06:57:42', '06:50:00'], '06:57:42'],
  [['06:58:00', '06:56:59'], '06:58:00'],
  [['06:59:00', '06:56:10'], '06:56:10'],
  [['23:59:00'], '23:59:00'],
  [[], null],
])('%j', (times, slug) => {
  const items = times.map((time) => ({ slug: time, publishedAt: new Date(`2022-05-26T${time}Z`) }));
  expect(pickNearest(items, moment)).toBe(slug);
});
