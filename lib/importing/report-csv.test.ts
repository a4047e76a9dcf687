import { describe, expect, it } from 'vitest';
import { buildCsvCell, buildCsvItem, csvHeader } from './report-csv';

describe('buildCsvCell', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-2+3', "'-2+3"],
    ['  =cmd', "'  =cmd"],
    ['\t=cmd', "'\t=cmd"],
    ['-3', '-3'],
    ['2022-02-18-x.md', '2022-02-18-x.md'],
  ])('%j', (text, cell) => {
    expect(buildCsvCell(text)).toBe(cell);
  });
});

it('has a byte order mark, a header and as many cells a line', () => {
  const line = buildCsvItem({
    position: 3,
    path: 'a,b.md',
    outcome: 'rejected',
    title: null,
    article: null,
    publishedAt: null,
    category: { name: '=x' },
    format: 'table',
    charset: null,
    warnings: [
      { code: 'row-broken', message: '坏了', line: 7 },
      { code: 'held-as-draft', message: 'draft' },
    ],
  });
  expect(line).toBe('3,"a,b.md",rejected,,,,\'=x,table,,row-broken held-as-draft,7,坏了 | draft\r\n');
  expect(csvHeader.startsWith('\ufeffposition,path,')).toBe(true);
  expect(csvHeader.split(',')).toHaveLength(12);
});
