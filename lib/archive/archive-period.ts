/** Years that the archive knows addresses for. */
const oldest = 1900;
const newest = 2200;

/**
 * Reads the parts of an address of the archive, `['2022', '02', '18']`, as `2022`, `2022-02` or `2022-02-18`. Undefined
 * for what no calendar has: the 13th month, 31 February.
 */
export function parseArchivePeriod(parts: readonly string[]): string | undefined {
  const [year = '', month, day] = parts;
  if (!/^\d{4}$/u.test(year) || Number(year) < oldest || Number(year) > newest) return undefined;
  if (month === undefined) return year;
  if (!/^(?:0[1-9]|1[0-2])$/u.test(month)) return undefined;
  if (day === undefined) return `${year}-${month}`;
  const isReal = /^\d{2}$/u.test(day) && Number(day) >= 1 && Number(day) <= countDays(`${year}-${month}`);
  return isReal ? `${year}-${month}-${day}` : undefined;
}

/** Days of a month, `2022-02` → 28. */
export function countDays(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

/** The weeks of a month as rows of seven from Monday on; days of other months are null. */
export function buildWeeks(month: string): (string | null)[][] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const blanks = (first.getUTCDay() + 6) % 7;
  const days = Array.from(
    { length: countDays(month) },
    (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`,
  );
  const cells: (string | null)[] = [...Array.from({ length: blanks }, () => null), ...days];
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** Reads `?at=`: `14:57`. Undefined for what no clock shows. */
export function parseMinute(value: string | undefined): string | undefined {
  return value !== undefined && /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(value) ? value : undefined;
}
