import { expect, test } from 'vitest';
import { formatDayName, formatDayOfMonth, formatMonthName, formatPeriod } from './format-period';

test.each([
  ['2022', 'zh-CN', '2022年'],
  ['2022', 'en', '2022'],
  ['2022-02', 'zh-CN', '2022年2月'],
  ['2022-02', 'en', 'February 2022'],
  ['2022-02-18', 'zh-TW', '2022年2月18日'],
  ['2022-02-18', 'en', '18 February 2022'],
])('formatPeriod(%s, %s)', (period, locale, text) => {
  expect(formatPeriod(period, locale)).toBe(text);
});

test('parts of a date by their own', () => {
  expect(formatMonthName('2022-02', 'zh-CN')).toBe('2月');
  expect(formatMonthName('2022-12', 'en')).toBe('December');
  expect(formatDayOfMonth('2022-02-18', 'zh-CN')).toBe('18日');
  expect(formatDayName('2022-02-18', 'zh-CN', 'long')).toBe('星期五');
  expect(formatDayName('2022-02-18', 'zh-CN', 'narrow')).toBe('五');
  expect(formatDayName('2022-02-18', 'en', 'short')).toBe('Fri');
});
