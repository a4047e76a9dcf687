import { expect, it } from 'vitest';
import { isSuggestionList } from './suggestion';

it.each([
  [[], true],
  [[{ kind: 'stock', text: '贵州茅台', note: '600519', path: '/stock/1.600519' }], true],
  [[{ kind: 'story', text: 'x', path: '//evil.example/' }], false],
  [[{ kind: 'story', text: 'x', path: 'javascript:alert(1)' }], false],
  [[{ kind: 'story', text: 1, path: '/x' }], false],
  [{ items: [] }, false],
  [null, false],
])('%j: %s', (value, expected) => {
  expect(isSuggestionList(value)).toBe(expected);
});
