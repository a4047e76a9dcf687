import { describe, expect, it, test } from 'vitest';
import { buildWeeks, parseArchivePeriod, parseMinute } from './archive-period';

describe('parseArchivePeriod', () => {
  it.each([
    [['2022'], '2022'],
    [['2022', '02'], '2022-02'],
    [['2022', '02', '18'], '2022-02-18'],
    [['2024', '02', '29'], '2024-02-29'],
    [['2000', '02', '29'], '2000-02-29'],
  ])('%j', (parts, period) => {
    expect(parseArchivePeriod(parts)).toBe(period);
  });

  it.each([
    [['0000']],
    [['9999']],
    [['22']],
    [['2022', '13']],
    [['2022', '00']],
    [['2022', '2']],
    [['2022', '02', '31']],
    [['2022', '02', '00']],
    [['2022', '02', '29']],
    [['1900', '02', '29']],
    [['2022', '04', '31']],
  ])('%j is no date', (parts) => {
    expect(parseArchivePeriod(parts)).toBeUndefined();
  });
});

describe('buildWeeks', () => {
  it('begins on Monday and fills the rows', () => {
    const weeks = buildWeeks('2022-02');
    expect(weeks).toHaveLength(5);
    expect(weeks[0]).toEqual([
      null,
      '2022-02-01',
      '2022-02-02',
      '2022-02-03',
      '2022-02-04',
      '2022-02-05',
      '2022-02-06',
    ]);
    expect(weeks.at(-1)).toEqual(['2022-02-28', null, null, null, null, null, null]);
  });

  it.each([
    ['2021-02', 4],
    ['2022-05', 6],
  ])('%s has %i rows', (month, rows) => {
    expect(buildWeeks(month)).toHaveLength(rows);
  });
});

test.each([
  ['14:57', '14:57'],
  ['00:00', '00:00'],
  ['24:00', undefined],
  ['14:60', undefined],
  ['9:05', undefined],
  ['', undefined],
  [undefined, undefined],
])('parseMinute %j', (value, minute) => {
  expect(parseMinute(value)).toBe(minute);
});
