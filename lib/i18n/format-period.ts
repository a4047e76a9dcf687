/** Formats are dear to make and calendars show hundreds of days. */
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * A year, month or day in words: `2022` → `2022年`, `2022`; `2022-02` → `2022年2月`, `February 2022`; `2022-02-18` →
 * `2022年2月18日`, `18 February 2022`.
 */
export function formatPeriod(period: string, locale: string): string {
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    ...(period.length > 4 && { month: 'long' }),
    ...(period.length > 7 && { day: 'numeric' }),
  };
  return format(period, locale, options);
}

/** Name of a month alone: `2月`, `February`. */
export function formatMonthName(month: string, locale: string): string {
  // The long form is 二月 in Chinese, which nobody writes in a calendar.
  return format(month, locale, { month: locale.startsWith('zh') ? 'short' : 'long' });
}

/** The day of a month alone: `18日`, `18`. */
export function formatDayOfMonth(day: string, locale: string): string {
  return format(day, locale, { day: 'numeric' });
}

/** Weekday of a day: `星期五`, `Friday`; `narrow` for the head of a calendar: `五`, `F`. */
export function formatDayName(day: string, locale: string, width: 'long' | 'short' | 'narrow'): string {
  return format(day, locale, { weekday: width });
}

/** Calendar days have no zone: noon in UTC stands for them. */
function format(period: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale}|${JSON.stringify(options)}`;
  const known = formats.get(key);
  const formatter =
    known ?? new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone: 'UTC', ...options });
  if (!known) formats.set(key, formatter);
  return formatter.format(new Date(`${period}${'-01-01'.slice(period.length - 4)}T12:00:00Z`));
}
