import { z } from 'zod';
import { cacheTag, noteCacheTags } from '@/lib/articles/article-cache';
import { getDb } from '@/lib/db/prisma-client';

/** How many published stories a year (`2022`), month (`2022-02`) or day (`2022-02-18`) in TIME_ZONE has. */
export interface PeriodCount {
  period: string;
  stories: number;
}

/** The periods of the same kind before and after one that have stories. */
export interface PeriodNeighbours {
  previous: string | null;
  next: string | null;
}

const countRows = z.array(z.object({ period: z.string(), stories: z.int() }));

/** Every month that has stories, newest first: one row of `article_days` a day, at most a few thousand. */
export async function listArchiveMonths(): Promise<PeriodCount[]> {
  noteCacheTags(cacheTag.front());
  return countRows.parse(
    await getDb().$queryRaw`
      SELECT to_char(day, 'YYYY-MM') AS period, sum(stories)::int AS stories FROM article_days
      WHERE stories > 0 GROUP BY 1 ORDER BY 1 DESC`,
  );
}

/** The days of a year or month that have stories, oldest first. */
export async function listArchiveDays(period: string): Promise<PeriodCount[]> {
  noteCacheTags(period.length === 4 ? cacheTag.year(period) : cacheTag.month(period));
  const first = `${period}${'-01-01'.slice(period.length - 4)}`;
  return countRows.parse(
    await getDb().$queryRaw`
      SELECT day::text AS period, stories FROM article_days
      WHERE day >= ${first}::date AND day < ${first}::date + ${period.length === 4 ? '1 year' : '1 month'}::interval
        AND stories > 0 ORDER BY day`,
  );
}

const neighbourRow = z.tuple([z.object({ previous: z.string().nullable(), next: z.string().nullable() })]);

/** The nearest periods with stories around a year, month or day. */
export async function findNeighbourPeriods(period: string): Promise<PeriodNeighbours> {
  const first = `${period}${'-01-01'.slice(period.length - 4)}`;
  const length = { 4: '1 year', 7: '1 month' }[period.length] ?? '1 day';
  const [row] = neighbourRow.parse(
    await getDb().$queryRaw`
      SELECT (SELECT max(day) FROM article_days WHERE day < ${first}::date AND stories > 0)::text AS previous,
        (SELECT min(day) FROM article_days
         WHERE day >= (${first}::date + ${length}::interval)::date AND stories > 0)::text AS next`,
  );
  const neighbours = {
    previous: row.previous?.slice(0, period.length) ?? null,
    next: row.next?.slice(0, period.length) ?? null,
  };
  noteBetween(period, neighbours);
  return neighbours;
}

/** A story in the gap between two periods changes what is next to them: the years in between, or anything at an end. */
function noteBetween(period: string, { previous, next }: PeriodNeighbours): void {
  if (previous === null || next === null) noteCacheTags(cacheTag.front());
  const from = Number((previous ?? period).slice(0, 4));
  const to = Number((next ?? period).slice(0, 4));
  for (let year = from; year <= to; year += 1) noteCacheTags(cacheTag.year(String(year)));
}
