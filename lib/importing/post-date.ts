import type { ImportNote } from './import-note';
import { readFileName } from './file-name';
import { formatDay, parseDate, parseDay, type ParsedDate } from './repair/parse-date';
import { fromClock, readClock } from './repair/zone';

/** `days`: the calendar days that stand or may have stood in the post's addresses, the likeliest first. */
export interface PostDate extends ParsedDate {
  isGuessed: boolean;
  days: string[];
  /** The day that is part of the post's identity; null when it would be a guess without ground. */
  identityDay: string | null;
  notes: ImportNote[];
}

/**
 * When a post was published: its front matter's date, else its file name's day, else the day in the source's id, else
 * the file's own time. All but the first are guesses, said in notes.
 */
export function findDate(source: {
  stated: string | null;
  path: string;
  sourceId: string | null;
  modifiedAt: Date | undefined;
  timeZone: string;
  now: Date;
}): PostDate {
  const { stated, timeZone } = source;
  const named = readNamedDay(source.path, timeZone);
  const date = parseDate(stated, timeZone);
  if (typeof date === 'object') {
    const days = [formatDay(date), ...(named ? [formatDay(named)] : []), ...listShiftedDays(date, timeZone)];
    return {
      ...date,
      isGuessed: false,
      days: [...new Set(days)],
      identityDay: formatDay(named ?? date),
      notes: [],
    };
  }
  const guess = guessDate(source, named);
  const day = formatDay(guess.date);
  const invalid: ImportNote[] =
    date === 'invalid' ? [{ code: 'date-invalid', params: { value: (stated ?? '').slice(0, 100) } }] : [];
  const notes: ImportNote[] = [...invalid, { code: 'date-guessed', params: { from: guess.from, date: day } }];
  return {
    ...guess.date,
    isGuessed: true,
    days: [day],
    identityDay: guess.from === 'file-time' ? null : day,
    notes,
  };
}

function guessDate(
  { sourceId, modifiedAt, timeZone, now }: Parameters<typeof findDate>[0],
  named: ParsedDate | undefined,
): { date: ParsedDate; from: 'name' | 'id' | 'file-time' } {
  if (named) return { date: named, from: 'name' };
  const digits = sourceId ?? '';
  const fromId = parseDay(
    Number(digits.slice(0, 4)),
    Number(digits.slice(4, 6)),
    Number(digits.slice(6, 8)),
    timeZone,
  );
  if (fromId) return { date: fromId, from: 'id' };
  const at = modifiedAt && modifiedAt <= now && modifiedAt.getTime() > 0 ? modifiedAt : now;
  return { date: { ...fromClock(readClock(at, timeZone), timeZone), hasZone: false }, from: 'file-time' };
}

function readNamedDay(path: string, timeZone: string): ParsedDate | undefined {
  const { day } = readFileName(path);
  return day ? parseDay(day.year, day.month, day.day, timeZone) : undefined;
}

/** Jekyll reads a date without a zone as UTC and shows it in the site's zone: in the evening that is the next day. */
function listShiftedDays(date: ParsedDate, timeZone: string): string[] {
  if (date.hasZone) return [];
  const readAsUtc = new Date(date.at.getTime() + date.zoneOffset * 60_000);
  const { year, month, day } = readClock(readAsUtc, timeZone);
  return [new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)];
}
