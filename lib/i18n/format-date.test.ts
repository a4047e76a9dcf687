import { expect, test } from 'vitest';
import {
  formatClock,
  formatDateTime,
  formatDay,
  formatIsoWithOffset,
  formatLongDate,
  formatWeekday,
  formatZoneName,
  formatZoneOffset,
} from './format-date';

const seed = new Date('2022-02-18T06:51:45Z');
const newYear = new Date('2021-12-31T16:00:00Z');
const summer = new Date('2022-07-01T00:05:09Z');

test.each([
  [seed, 'Asia/Shanghai', '2022-02-18 14:51', '2022-02-18T14:51:45+08:00'],
  [newYear, 'Asia/Shanghai', '2022-01-01 00:00', '2022-01-01T00:00:00+08:00'],
  [newYear, 'UTC', '2021-12-31 16:00', '2021-12-31T16:00:00+00:00'],
  [newYear, 'America/St_Johns', '2021-12-31 12:30', '2021-12-31T12:30:00-03:30'],
  [summer, 'Europe/Berlin', '2022-07-01 02:05', '2022-07-01T02:05:09+02:00'],
  [summer, '+05:30', '2022-07-01 05:35', '2022-07-01T05:35:09+05:30'],
])('%o in %s', (date, timeZone, dateTime, iso) => {
  expect(formatDateTime(date, timeZone)).toBe(dateTime);
  expect(`${formatDay(date, timeZone)} ${formatClock(date, timeZone)}`).toBe(dateTime);
  expect(formatIsoWithOffset(date, timeZone)).toBe(iso);
  expect(new Date(iso).getTime()).toBe(date.getTime());
});

test.each([
  ['zh-CN', '2022年2月18日', '星期五'],
  ['zh-TW', '2022年2月18日', '星期五'],
  ['en', '18 February 2022', 'Friday'],
])('words in %s', (locale, date, weekday) => {
  expect(formatLongDate(seed, 'Asia/Shanghai', locale)).toBe(date);
  expect(formatWeekday(seed, 'Asia/Shanghai', locale)).toBe(weekday);
});

test.each([
  [seed, 'Asia/Shanghai', '中国标准时间', 'UTC+8'],
  [seed, 'UTC', '协调世界时', 'UTC'],
  [seed, 'Europe/Berlin', '中欧标准时间', 'UTC+1'],
  [summer, 'Europe/Berlin', '中欧夏令时间', 'UTC+2'],
  [seed, '-03:30', 'UTC-03:30', 'UTC-3:30'],
])('zone of %o in %s', (date, timeZone, name, offset) => {
  expect(formatZoneName(date, timeZone, 'zh-CN')).toBe(name);
  expect(formatZoneOffset(date, timeZone)).toBe(offset);
});
