import { describe, expect, it } from 'vitest';
import { formatDay, parseDate, parseDay } from './parse-date';

const shanghai = 'Asia/Shanghai';

describe('parseDate', () => {
  it.each([
    ['2021-12-08 12:35:24', shanghai, '2021-12-08T04:35:24.000Z', 480],
    ['2022-05-30 17:33:09 +0800', shanghai, '2022-05-30T09:33:09.000Z', 480],
    ['2022-05-30 17:33:09 +08:00', 'UTC', '2022-05-30T09:33:09.000Z', 480],
    ['2020-06-23 9:00:00 -0500', shanghai, '2020-06-23T14:00:00.000Z', -300],
    ['2010-01-10 13:07:09 +00:00', shanghai, '2010-01-10T13:07:09.000Z', 0],
    ['2022-02-18T14:51:45Z', shanghai, '2022-02-18T14:51:45.000Z', 0],
    ['2022-02-18T14:51:45.123+05:30', shanghai, '2022-02-18T09:21:45.000Z', 330],
    ['2022-02-18 14:51', shanghai, '2022-02-18T06:51:00.000Z', 480],
    ['2022-02-18', shanghai, '2022-02-17T16:00:00.000Z', 480],
    ['2015-2-26', shanghai, '2015-02-25T16:00:00.000Z', 480],
    ['2022年2月18日 14:51', shanghai, '2022-02-18T06:51:00.000Z', 480],
    ['Fri, 18 Feb 2022 14:51:45 +0800', 'UTC', '2022-02-18T06:51:45.000Z', 480],
    ['18 February 2022 14:51:45 GMT', shanghai, '2022-02-18T14:51:45.000Z', 0],
    ['February 18, 2022', 'UTC', '2022-02-18T00:00:00.000Z', 0],
    ['  2022-02-18 14:51:45   +0800 ', shanghai, '2022-02-18T06:51:45.000Z', 480],
    // China had daylight saving from 1986 to 1991
    ['1988-07-01 12:00:00', shanghai, '1988-07-01T03:00:00.000Z', 540],
    ['2022-07-01 12:00:00', 'America/New_York', '2022-07-01T16:00:00.000Z', -240],
    ['2022-01-01 12:00:00', 'America/New_York', '2022-01-01T17:00:00.000Z', -300],
    ['2022-03-13 02:30:00', 'America/New_York', '2022-03-13T07:30:00.000Z', -240],
    ['2022-11-06 01:30:00', 'America/New_York', '2022-11-06T05:30:00.000Z', -240],
    ['2022-11-06 02:30:00', 'America/New_York', '2022-11-06T07:30:00.000Z', -300],
    ['2022-01-01 00:00:00', 'Asia/Kathmandu', '2021-12-31T18:15:00.000Z', 345],
  ])('%j in %s', (stated, timeZone, at, zoneOffset) => {
    expect(parseDate(stated, timeZone)).toMatchObject({ at: new Date(at), zoneOffset });
  });

  it.each([
    ['', 'missing'],
    [null, 'missing'],
    [' +0800', 'missing'],
    ['+08:00', 'missing'],
    ['2022-02-30', 'invalid'],
    ['2021-02-29 10:00', 'invalid'],
    ['2022-13-01', 'invalid'],
    ['2022-02-18 25:61', 'invalid'],
    ['2022-02-18 24:00:00', 'invalid'],
    ['2022-02-18 14:51:45 +9900', 'invalid'],
    ['0000-00-00 00:00:00', 'invalid'],
    ['yesterday', 'invalid'],
    ['18 Foo 2022', 'invalid'],
    ['1645167105', 'invalid'],
  ])('%j is %s', (stated, expected) => {
    expect(parseDate(stated, shanghai)).toBe(expected);
  });

  it('tells whether the zone was stated', () => {
    expect(parseDate('2022-02-18 14:51:45', shanghai)).toMatchObject({ hasZone: false });
    expect(parseDate('2022-02-18 14:51:45 Z', shanghai)).toMatchObject({ hasZone: true });
  });
});

describe('parseDay', () => {
  it('is midnight in the zone, and nothing when there is no such day', () => {
    const day = parseDay(2022, 5, 3, shanghai);
    expect(day?.at.toISOString()).toBe('2022-05-02T16:00:00.000Z');
    expect(day && formatDay(day)).toBe('2022-05-03');
    expect(parseDay(2022, 2, 30, shanghai)).toBeUndefined();
  });
});
