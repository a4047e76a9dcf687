import { expect, it } from 'vitest';
import { addTo, parseList } from './bounded-list';

const text = (item: unknown) => (typeof item === 'string' ? item : undefined);

it('puts an item at the end once, and drops the first beyond the limit', () => {
  const add = (list: string[], item: string) => addTo(list, item, 3, (each) => each);
  expect(add(['a', 'b'], 'c')).toEqual(['a', 'b', 'c']);
  expect(add(['a', 'b', 'c'], 'd')).toEqual(['b', 'c', 'd']);
  expect(add(['a', 'b', 'c'], 'a')).toEqual(['b', 'c', 'a']);
});

it.each([
  [undefined, []],
  ['', []],
  ['not json', []],
  ['{"a":1}', []],
  ['null', []],
  ['["a",1,null,"b"]', ['a', 'b']],
])('reads %j as %j', (kept, list) => {
  expect(parseList(kept, text)).toEqual(list);
});
