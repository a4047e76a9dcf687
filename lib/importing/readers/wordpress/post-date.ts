const clock = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/;

/**
 * WordPress states a post's time twice, on the site's clock and in UTC: the difference is the zone. Gives ISO 8601,
 * without a zone where only the site's clock is stated, as for drafts. Null when nothing is (`0000-00-00 00:00:00`).
 */
export function readPostDate(local: string | null, utc: string | null): string | null {
  const here = readClock(local);
  const there = readClock(utc);
  if (here === null) return there === null ? null : `${format(there)}Z`;
  if (there === null) return format(here);
  const offset = Math.round((here - there) / 60_000);
  const isZone = Math.abs(offset) <= 14 * 60 && offset % 15 === 0 && here - there === offset * 60_000;
  return isZone ? `${format(here)}${formatOffset(offset)}` : `${format(there)}Z`;
}

function readClock(stated: string | null): number | null {
  const [, year, month, day, hour, minute, second] = (clock.exec(stated?.trim() ?? '') ?? []).map(Number);
  if (!year || !month || !day) return null;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function format(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19);
}

function formatOffset(minutes: number): string {
  const pad = (count: number) => String(count).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
