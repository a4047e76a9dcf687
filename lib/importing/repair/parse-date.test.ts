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
    // feeds: RFC 822 and what is written in its place
    ['Thu, 01 Jan 2004 19:48:21 GMT', shanghai, '2004-01-01T19:48:21.000Z', 0],
    ['Thu, 01 Jan 04 19:48:21 +0000', shanghai, '2004-01-01T19:48:21.000Z', 0],
    ['1 Jan 99 19:48 UT', shanghai, '1999-01-01T19:48:00.000Z', 0],
    ['Thu,  1 Jan 2004 19:48:21 EST', shanghai, '2004-01-02T00:48:21.000Z', -300],
    ['Thu, 01 Jul 2004 19:48:21 PDT', shanghai, '2004-07-02T02:48:21.000Z', -420],
    ['Thu, 01 Jan 2004 19:48:21 -0500 (EST)', shanghai, '2004-01-02T00:48:21.000Z', -300],
    ['Thursday, 01-Jan-04 19:48:21 GMT', shanghai, '2004-01-01T19:48:21.000Z', 0],
    ['Thu Jan  1 19:48:21 2004', 'UTC', '2004-01-01T19:48:21.000Z', 0],
    ['Thu Jan 01 19:48:21 UTC 2004', shanghai, '2004-01-01T19:48:21.000Z', 0],
    ['Seg, 24 Set 2018 19:42:40 -0300', shanghai, '2018-09-24T22:42:40.000Z', -180],
    ['sáb, 3 fév 2018 19:42:40 GMT', shanghai, '2018-02-03T19:42:40.000Z', 0],
    ['20040101T194821Z', shanghai, '2004-01-01T19:48:21.000Z', 0],
    ['2009-12-08T16:59:02.544-08:00', shanghai, '2009-12-09T00:59:02.000Z', -480],
    ['2003-12-31T10:14+0200', shanghai, '2003-12-31T08:14:00.000Z', 120],
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
    ['Mon, 30 Nov -0001 00:00:00 +0000', 'invalid'],
    ['Thu, 01 Jui 2004', 'invalid'],
    ['Thu, 01 Jan 2004 19:48:21 XYZ', 'invalid'],
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
