import { type ClockTime, fromClock } from './zone';

/** `zoneOffset`: minutes east of UTC. `hasZone` is false when the zone is that of the portal. */
export interface ParsedDate {
  at: Date;
  zoneOffset: number;
  hasZone: boolean;
}

/** Hours east of UTC by the names that RFC 822 knows. */
const zoneNames: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};
const zone = String.raw`(?<zone>Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)`;
const mailZone = String.raw`(?<zone>${Object.keys(zoneNames).join('|')}|[+-]\d{1,2}(?::?\d{2})?)`;
const time = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d{1,9})?)?`;
const patterns: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?<year>\d{4})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?(?:[T ]\s{0,5}${time})?\s{0,5}${zone}?$`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:\p{L}{3,9},? )?(?<day>\d{1,2})[ -](?<name>\p{L}{3})\p{L}{0,6}[ -](?<year>\d{4}|\d{2})(?: ${time})?(?: ?${mailZone})?$`,
    'iu',
  ),
  new RegExp(
    String.raw`^(?:[a-z]{3,9},? )?(?<name>[a-z]{3})[a-z]{0,6} (?<day>\d{1,2}),? (?<year>\d{4})(?: ${time})?(?: ${zone})?$`,
    'i',
  ),
  // ISO 8601 without signs, and C's asctime
  new RegExp(
    String.raw`^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})T(?<hour>\d{2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,]\d{1,9})?)?${zone}?$`,
    'i',
  ),
  new RegExp(
    String.raw`^[a-z]{3} (?<name>[a-z]{3}) (?<day>\d{1,2}) ${time} (?:(?<zone>UTC|GMT) )?(?<year>\d{4})$`,
    'i',
  ),
];
/** By their first three letters, in English and, as feeds have them, Portuguese, Spanish, French, German and Italian. */
const monthNames: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fev', 'fév'],
  ['mar', 'mär'],
  ['apr', 'abr', 'avr'],
  ['may', 'mai', 'mag'],
  ['jun', 'giu'],
  ['jul', 'lug'],
  ['aug', 'ago', 'aoû'],
  ['sep', 'set'],
  ['oct', 'out', 'okt', 'ott'],
  ['nov'],
  ['dec', 'dez', 'dic', 'déc'],
];

/**
 * The date of a post as its front matter states it. Without a zone it is in `timeZone` (IANA), daylight saving
 * included. 'missing' when nothing or only a zone is there (` +0800`), 'invalid' when it is no date or an
 * impossible one (30 February, 25:61).
 */
export function parseDate(
  stated: string | null | undefined,
  timeZone: string,
): ParsedDate | 'missing' | 'invalid' {
  const text = foldSpaces(stated ?? '');
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

/** RFC 5322 allows a comment behind the zone: `+0000 (UTC)`. */
function foldSpaces(stated: string): string {
  const text = stated.trim().slice(0, 100).replace(/\s+/g, ' ');
  return text.replace(/ \([a-z ]{1,30}\)$/i, '');
}

/** RFC 5322, section 4.3: of two digits, 00 to 49 are 2000 and later. */
function completeYear(digits: string): number {
  const year = Number(digits);
  if (digits.length !== 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function readClockTime(groups: Record<string, string | undefined>): ClockTime {
  const month = groups['name'] ? findMonth(groups['name'].toLowerCase()) : Number(groups['month']);
  const get = (name: string) => Number(groups[name] ?? 0);
  return {
    year: completeYear(groups['year'] ?? ''),
    month,
    day: get('day'),
    hour: get('hour'),
    minute: get('minute'),
    second: get('second'),
  };
}

/** 0 for what is no month. */
function findMonth(name: string): number {
  return monthNames.findIndex((names) => names.includes(name)) + 1;
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
  if (!sign) return (zoneNames[stated.toLowerCase()] ?? 0) * 60;
  const offset = Number(hours) * 60 + Number(minutes ?? 0);
  if (offset > 14 * 60 || Number(minutes ?? 0) > 59) return 'invalid';
  return sign === '-' ? -offset : offset;
}
