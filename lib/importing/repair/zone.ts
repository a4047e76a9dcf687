/** A moment on somebody's clock, without a zone. Months count from 1. */
export interface ClockTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

const offsets = new Map<string, number>();
const quarterHour = 900_000;

/** The offset of an IANA zone at a moment, in minutes east of UTC; half and quarter hours included. */
export function getZoneOffset(at: Date, timeZone: string): number {
  // Clocks are changed on quarter hours; asking the formatter for every post costs as much as its front matter.
  const key = `${timeZone} ${Math.floor(at.getTime() / quarterHour)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size > 10_000) offsets.clear();
  const offset = computeZoneOffset(at, timeZone);
  offsets.set(key, offset);
  return offset;
}

function computeZoneOffset(at: Date, timeZone: string): number {
  const { year, month, day, hour, minute, second } = readClock(at, timeZone);
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
  return Math.round((asUtc - Math.floor(at.getTime() / 1000) * 1000) / 60_000);
}

/** What a clock in the zone shows at a moment. */
export function readClock(at: Date, timeZone: string): ClockTime {
  const parts = new Map(
    getFormat(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return {
    year: get('year'),
    month: get('month'),
    day: get('day'),
    hour: get('hour'),
    minute: get('minute'),
    second: get('second'),
  };
}

/**
 * The moment at which a clock in the zone shows this time. Twice a year that is ambiguous: of two such moments the
 * earlier is taken, and a time that the clock skips is moved on by the hour that is skipped.
 */
export function fromClock(clock: ClockTime, timeZone: string): { at: Date; zoneOffset: number } {
  const asUtc = Date.UTC(clock.year, clock.month - 1, clock.day, clock.hour, clock.minute, clock.second);
  const day = 86_400_000;
  const before = getZoneOffset(new Date(asUtc - day), timeZone);
  const after = getZoneOffset(new Date(asUtc + day), timeZone);
  const candidates = [before, after].map((offset) => new Date(asUtc - offset * 60_000));
  const fitting = candidates.find((at) => getZoneOffset(at, timeZone) * 60_000 === asUtc - at.getTime());
  const at = fitting ?? new Date(asUtc - before * 60_000);
  return { at, zoneOffset: getZoneOffset(at, timeZone) };
}

function getFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}
