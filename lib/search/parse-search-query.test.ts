import { expect, it } from 'vitest';
import { type SearchQuery, parseSearchQuery } from './parse-search-query';

function wordsOf(query: SearchQuery): string[] | string {
  return query.kind === 'words' ? query.words.map(({ folded }) => folded) : query.problem;
}

it.each([
  ['贵州茅台', ['贵州茅台']],
  ['貴州茅臺', ['贵州茅台']],
  ['ＥＴ７　新能源', [' et7 ', '新能源']],
  ['蔚来ET7新能源', ['蔚来 et7 新能源']],
  ['降准 降准', ['降准']],
  ['"万 科A"', ['万科 a ']],
  ['“bank of china” 年报', [' bank of china ', '年报']],
  ['「乡村振兴」战略', ['乡村振兴', '战略']],
  ['600519.SH', [' 600519 sh ']],
  ['S&P500', [' s p500 ']],
  ['市盈率>20', ['市盈率 20 ']],
  // A mark without its other half is a space.
  ['5"屏', [' 5 ', '屏']],
  ['"""降准', ['降准']],
  // Operators of PostgreSQL's own query language are text.
  ["a & !b | c <-> d:* '\\", [' a ', ' b ', ' c ', ' d ']],
  ['涨', ['涨']],
  ['', 'empty'],
  [' \t\u3000', 'empty'],
  ['！？…、', 'no-words'],
  ['"" “”', 'no-words'],
  ['%_\\', 'no-words'],
  ['\u0000', 'no-words'],
  ['\ud800', 'no-words'],
  ['a\ud800b', [' a b ']],
  ['长'.repeat(101), 'too-long'],
  ['长'.repeat(10_000), 'too-long'],
  ['a b c d e f g h i j k l m', 'too-many-words'],
])('%j', (written, expected) => {
  expect(wordsOf(parseSearchQuery(written))).toEqual(expected);
});
