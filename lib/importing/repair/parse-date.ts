import { type ClockTime, fromClock } from './zone';

/** `zoneOffset`: minutes east of UTC. `hasZone` is false when the zone is that of the portal. */
export interface ParsedDate {
  at: Date;
  zoneOffset: number;
  hasZone: boolean;
}

const zone = String.raw`(?<zone>Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)`;
const time = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d{1,9})?)?`;
const patterns: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?<year>\d{4})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?(?:[T ]\s{0,5}${time})?\s{0,5}${zone}?$`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:[a-z]{3,9},? )?(?<day>\d{1,2}) (?<name>[a-z]{3})[a-z]{0,6} (?<year>\d{4})(?: ${time})?(?: ${zone})?$`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:[a-z]{3,9},? )?(?<name>[a-z]{3})[a-z]{0,6} (?<day>\d{1,2}),? (?<year>\d{4})(?: ${time})?(?: ${zone})?$`,
    'i',
  ),
];
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The date of a post as its front matter states it. Without a zone it is in `timeZone` (IANA), daylight saving
 * included. 'missing' when nothing or only a zone is there (` +0800`), 'invalid' when it is no date or an
 * impossible one (30 February, 25:61).
 */
export function parseDate(
  stated: string | null | undefined,
  timeZone: string,
): ParsedDate | 'missing' | 'invalid' {
  const text = (stated ?? '').trim().slice(0, 100);
  if (text === '' || new RegExp(`^${zone}$`, 'i').test(text)) return 'missing';
  const groups = patterns.map((pattern) => pattern.exec(text)?.groups).find(Boolean);
  const clock = groups && readClockTime(groups);
  if (!clock || !isPossible(clock)) return 'invalid';
  const offset = parseOffset(groups['zone']);
  if (offset === 'invalid') return 'invalid';
  if (offset === undefined) return { ...fromClock(clock, timeZone), hasZone: false };
  return { at: new Date(toUtc(clock) - offset * 60_000), zoneOffset: offset, hasZone: true };
}

/** Midnight of a calendar day in `timeZone`, or undefined when there is no such day. */
export function parseDay(year: number, month: number, day: number, timeZone: string): ParsedDate | undefined {
  const clock = { year, month, day, hour: 0, minute: 0, second: 0 };
  return isPossible(clock) ? { ...fromClock(clock, timeZone), hasZone: false } : undefined;
}

/** `2022-05-03`: how a post's day is written in notes and keys. `date` counts in its own offset. */
export function formatDay({ at, zoneOffset }: Pick<ParsedDate, 'at' | 'zoneOffset'>): string {
  return new Date(at.getTime() + zoneOffset * 60_000).toISOString().slice(0, 10);
}

function readClockTime(groups: Record<string, string | undefined>): ClockTime {
  const month = groups['name']
    ? monthNames.indexOf(groups['name'].toLowerCase()) + 1
    : Number(groups['month']);
  const get = (name: string) => Number(groups[name] ?? 0);
  return {
    year: get('year'),
    month,
    day: get('day'),
    hour: get('hour'),
    minute: get('minute'),
    second: get('second'),
  };
}

/** JavaScript rolls 30 February over to March; a post that says so is asking to be looked at. */
function isPossible(clock: ClockTime): boolean {
  const date = new Date(toUtc(clock));
  const isSameDay = date.getUTCMonth() === clock.month - 1 && date.getUTCDate() === clock.day;
  return (
    clock.year >= 1900 &&
    clock.year < 2200 &&
    isSameDay &&
    clock.hour < 24 &&
    clock.minute < 60 &&
    clock.second < 60
  );
}

function toUtc({ year, month, day, hour, minute, second }: ClockTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function parseOffset(stated: string | undefined): number | undefined | 'invalid' {
  if (stated === undefined) return undefined;
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(stated) ?? [];
  if (!sign) return 0;
  const offset = Number(hours) * 60 + Number(minutes ?? 0);
  if (offset > 14 * 60 || Number(minutes ?? 0) > 59) return 'invalid';
  return sign === '-' ? -offset : offset;
}
