/** Formats are dear to make and lists show hundreds of times, so each is made once. */
const formats = new Map<string, Intl.DateTimeFormat>();

function getFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

type NumericParts = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>;

function getParts(date: Date, timeZone: string): NumericParts {
  const format = getFormat('en-US-u-ca-iso8601', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const found = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = found;
  return { year: year.padStart(4, '0'), month, day, hour, minute, second };
}

/** The day that `timeZone` (IANA name or offset) has at that moment: `2022-02-18`. */
export function formatDay(date: Date, timeZone: string): string {
  const { year, month, day } = getParts(date, timeZone);
  return `${year}-${month}-${day}`;
}

/** Time of day in `timeZone`, 24 hours: `14:51`. */
export function formatClock(date: Date, timeZone: string): string {
  const { hour, minute } = getParts(date, timeZone);
  return `${hour}:${minute}`;
}

/** Date and time as the old site wrote them: `2022-02-18 14:51`. */
export function formatDateTime(date: Date, timeZone: string): string {
  return `${formatDay(date, timeZone)} ${formatClock(date, timeZone)}`;
}

/** The date in words: `2022年2月18日`, `18 February 2022`. */
export function formatLongDate(date: Date, timeZone: string, locale: string): string {
  return getFormat(locale === 'en' ? 'en-GB' : locale, { timeZone, dateStyle: 'long' }).format(date);
}

/** `星期五`, `Friday`. */
export function formatWeekday(date: Date, timeZone: string, locale: string): string {
  return getFormat(locale, { timeZone, weekday: 'long' }).format(date);
}

function getZoneName(
  date: Date,
  timeZone: string,
  locale: string,
  timeZoneName: 'long' | 'shortOffset' | 'longOffset',
): string {
  const parts = getFormat(locale, { timeZone, timeZoneName }).formatToParts(date);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** What people call the zone at that moment: `中国标准时间`, `Central European Summer Time`. */
export function formatZoneName(date: Date, timeZone: string, locale: string): string {
  return getZoneName(date, timeZone, locale, 'long').replace('GMT', 'UTC');
}

/** Distance from UTC at that moment: `UTC+8`, `UTC-3:30`, `UTC`. */
export function formatZoneOffset(date: Date, timeZone: string): string {
  return getZoneName(date, timeZone, 'en', 'shortOffset').replace('GMT', 'UTC').replace(/\+0$/, '');
}

/** ISO 8601 with the zone's offset, for machines: `2022-02-18T14:51:45+08:00`. Seconds, no fractions. */
export function formatIsoWithOffset(date: Date, timeZone: string): string {
  const { hour, minute, second } = getParts(date, timeZone);
  const offset = getZoneName(date, timeZone, 'en', 'longOffset').replace('GMT', '');
  return `${formatDay(date, timeZone)}T${hour}:${minute}:${second}${offset.slice(0, 6) || '+00:00'}`;
}
