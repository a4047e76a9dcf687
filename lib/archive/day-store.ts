import { z } from 'zod';
import type { ArticleSummary } from '@/lib/articles/article';
import { cacheTag, noteCacheTags } from '@/lib/articles/article-cache';
import { buildCursor, parseCursor } from '@/lib/articles/article-cursor';
import {
  newestFirst,
  published,
  summaryFields,
  type SummaryRow,
  toSummary,
} from '@/lib/articles/article-rows';
import { getConfig } from '@/lib/config/config';
import type { Prisma } from '@/lib/db/generated/client';
import { getDb } from '@/lib/db/prisma-client';
import { pickNearest } from './pick-nearest';

const pageSize = 100;
/** Stories after the minute that was asked for, so that it does not stand at the very top. */
const contextSize = 5;

/** A piece of a day, newest first. */
export interface DayPage {
  items: ArticleSummary[];
  /** Cursor of the next older page of the same day. */
  next: string | null;
  /** Slug of the story nearest to the minute that was asked for. */
  nearest: string | null;
}

const spanRow = z.tuple([z.object({ start: z.date(), end: z.date(), moment: z.date().nullable() })]);

/** When a day of TIME_ZONE begins and ends, and a minute of its clock. Days can have 23 or 25 hours. */
async function findSpan(day: string, minute?: string) {
  const zone = getConfig().timeZone;
  const [span] = spanRow.parse(
    await getDb().$queryRaw`
      SELECT archive_moment(${day}::date::timestamp, ${zone}) AS start,
        archive_moment((${day}::date + 1)::timestamp, ${zone}) AS end,
        archive_moment(${day}::date + ${minute ?? null}::time, ${zone}) AS moment`,
  );
  return span;
}

/**
 * A page of a day in TIME_ZONE, newest first: from its end, below a cursor, or around a minute (`14:57`). All three read
 * 100 rows of `articles_published_newest_idx`. Throws `cursor-invalid` (400).
 */
export async function listArticlesByDay(
  day: string,
  { before, minute }: { before?: string | undefined; minute?: string | undefined } = {},
): Promise<DayPage> {
  noteCacheTags(cacheTag.day(day));
  const { start, end, moment } = await findSpan(day, minute);
  const cursor = before === undefined ? undefined : parseCursor(before);
  const from = moment && !cursor ? new Date(moment.getTime() + 60_000) : undefined;
  const later = from ? await listLater(from, end) : [];
  const rows = await listRows({
    publishedAt: { gte: start, ...(cursor ? { lte: cursor.publishedAt } : { lt: from ?? end }) },
    ...(cursor && {
      OR: [
        { publishedAt: { lt: cursor.publishedAt } },
        { publishedAt: cursor.publishedAt, id: { lt: cursor.id } },
      ],
    }),
  });
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  const items = [...later, ...shown].map(toSummary);
  return {
    items,
    next: rows.length > pageSize && last ? buildCursor(last) : null,
    nearest: from && moment ? pickNearest(items, moment) : null,
  };
}

function listRows(where: Prisma.ArticleWhereInput): Promise<SummaryRow[]> {
  return getDb().article.findMany({
    where: { ...published, ...where },
    select: summaryFields,
    orderBy: newestFirst,
    take: pageSize + 1,
  });
}

async function listLater(from: Date, end: Date): Promise<SummaryRow[]> {
  const rows = await getDb().article.findMany({
    where: { ...published, publishedAt: { gte: from, lt: end } },
    select: summaryFields,
    orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
    take: contextSize,
  });
  return rows.reverse();
}

const hourRows = z.array(z.object({ hour: z.string(), stories: z.int() }));

/** Stories by hour of a day, `14` → 37, latest first. Counts the day's rows in the index. */
export async function countDayHours(day: string): Promise<{ hour: string; stories: number }[]> {
  noteCacheTags(cacheTag.day(day));
  const zone = getConfig().timeZone;
  const { start, end } = await findSpan(day);
  return hourRows.parse(
    await getDb().$queryRaw`
      SELECT to_char(archive_clock(quarter, ${zone}), 'HH24') AS hour, sum(stories)::int AS stories
      FROM (
        SELECT date_bin('15 minutes', published_at, ${start}) AS quarter, count(*) AS stories
        FROM published_articles WHERE published_at >= ${start} AND published_at < ${end} GROUP BY 1
      ) quarters GROUP BY 1 ORDER BY 1 DESC`,
  );
}
