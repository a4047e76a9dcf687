import { expect, test } from 'vitest';
import { findFiles, parseUnicodeRanges } from './unicode-ranges';

test('reads ranges and single characters, in order, and leaves nonsense out', () => {
  expect(parseUnicodeRanges('U+4E00-9FA5, U+3007,u+1f1e6, x, U+')).toEqual([
    { first: 0x3007, last: 0x3007 },
    { first: 0x4e00, last: 0x9fa5 },
    { first: 0x1f1e6, last: 0x1f1e6 },
  ]);
});

test.each([
  [0x2f, []],
  [0x30, ['a']],
  [0x39, ['a']],
  [0x3a, []],
  [0x41, ['a', 'b']],
  [0x4e00, ['b']],
  [0x10000, []],
])('the files of %i', (codePoint, found) => {
  const files = [
    { file: 'a', ranges: parseUnicodeRanges('U+41-5A,U+30-39') },
    { file: 'b', ranges: parseUnicodeRanges('U+4E00-9FA5,U+41') },
  ];
  expect(findFiles(files, codePoint)).toEqual(found);
});
