import { z } from 'zod';
import type { ArticlePage } from '@/lib/articles/article';
import { cacheTag, noteCacheTags } from '@/lib/articles/article-cache';
import { buildCursor, parseCursor } from '@/lib/articles/article-cursor';
import { newestFirst, published, summaryFields, toSummary } from '@/lib/articles/article-rows';
import { getConfig } from '@/lib/config/config';
import { Prisma } from '@/lib/db/generated/client';
import { getDb } from '@/lib/db/prisma-client';
import { formatDay } from '@/lib/i18n/format-date';
import type { Stock, StockCount, StockDay } from './stock';
import { buildStockId, type StockRef } from './stock-code';

const pageSize = 50;
const aliasCount = 5;
/** What is named together with a stock is counted in its latest stories only, so that the cost has a limit. */
const latestStories = 200;
const mentionsPerStory = 30;

const stockRow = z.object({
  id: z.int(),
  market: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(['stock', 'sector']),
  stories: z.int(),
  lastDay: z.string().nullable(),
  aliases: z.array(z.string()),
});

/** A share or sector that published stories mention; undefined when none does. */
export async function findStock(ref: StockRef): Promise<Stock | undefined> {
  noteCacheTags(cacheTag.stock(buildStockId(ref)));
  const rows = z.array(stockRow).parse(
    await getDb().$queryRaw`
      SELECT s.id, s.market, s.code, s.name, s.kind, days.stories, days.last AS "lastDay",
        ARRAY(SELECT n.name FROM stock_names n WHERE n.stock_id = s.id AND n.stories > 0 AND n.name <> s.name
              ORDER BY n.stories DESC, n.name LIMIT ${aliasCount}) AS aliases
      FROM stocks s CROSS JOIN LATERAL (
        SELECT coalesce(sum(d.stories), 0)::int AS stories, max(d.day)::text AS last
        FROM stock_days d WHERE d.stock_id = s.id AND d.stories > 0
      ) days
      WHERE s.market = ${ref.market} AND s.code = ${ref.code}`,
  );
  const [row] = rows;
  return row && row.lastDay !== null ? { ...row, lastDay: row.lastDay } : undefined;
}

const mentionRows = z.array(z.object({ id: z.int(), publishedAt: z.date() }));

/** One page of the stories that mention a stock, newest first. Throws `cursor-invalid` (400). */
export async function listArticlesByStock(stockId: number, before?: string): Promise<ArticlePage> {
  const mentions = mentionRows.parse(await getDb().$queryRaw(buildStoriesQuery(stockId, before)));
  const shown = mentions.slice(0, pageSize);
  const rows = await getDb().article.findMany({
    where: { id: { in: shown.map(({ id }) => id) }, ...published },
    select: summaryFields,
    orderBy: newestFirst,
  });
  const last = shown.at(-1);
  return { items: rows.map(toSummary), next: mentions.length > pageSize && last ? buildCursor(last) : null };
}

/** One page of mentions straight from the index `mentions_stock_newest_idx`, at whatever depth. */
export function buildStoriesQuery(stockId: number, before: string | undefined): Prisma.Sql {
  const cursor = before === undefined ? undefined : parseCursor(before);
  const below = cursor
    ? Prisma.sql`AND (published_at, article_id) < (${cursor.publishedAt}, ${cursor.id})`
    : Prisma.empty;
  return Prisma.sql`
    SELECT article_id AS id, published_at AS "publishedAt" FROM mentions
    WHERE stock_id = ${stockId} AND published_at IS NOT NULL ${below}
    ORDER BY published_at DESC, article_id DESC LIMIT ${pageSize + 1}`;
}

const dayRows = z.array(z.object({ day: z.string(), stories: z.int() }));

/** Stories a day that mention a stock, for the `length` days up to `lastDay`, each day present, oldest first. */
export async function listStockDays(stockId: number, lastDay: string, length: number): Promise<StockDay[]> {
  return dayRows.parse(
    await getDb().$queryRaw`
      SELECT span.day::date::text AS day, coalesce(d.stories, 0)::int AS stories
      FROM generate_series(${lastDay}::date - ${length - 1}::int, ${lastDay}::date, interval '1 day') AS span (day)
      LEFT JOIN stock_days d ON d.stock_id = ${stockId} AND d.day = span.day::date
      ORDER BY 1`,
  );
}

const countRows = z.array(
  z.object({
    market: z.string(),
    code: z.string(),
    name: z.string(),
    kind: z.enum(['stock', 'sector']),
    stories: z.int(),
  }),
);

/** What the latest 200 stories of a stock name besides it, most often first. */
export async function listStocksTogether(stockId: number, limit: number): Promise<StockCount[]> {
  return countRows.parse(
    await getDb().$queryRaw`
      SELECT s.market, s.code, s.name, s.kind, together.stories FROM (
        SELECT other.stock_id, count(*)::int AS stories FROM (
          SELECT article_id FROM mentions WHERE stock_id = ${stockId} AND published_at IS NOT NULL
          ORDER BY published_at DESC, article_id DESC LIMIT ${latestStories}
        ) latest
        CROSS JOIN LATERAL (
          SELECT stock_id FROM mentions m WHERE m.article_id = latest.article_id AND m.stock_id <> ${stockId}
          LIMIT ${mentionsPerStory}
        ) other
        GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${limit}
      ) together JOIN stocks s ON s.id = together.stock_id
      ORDER BY together.stories DESC, s.id`,
  );
}

/** The shares (no sectors) that most stories of a day name: today's, or those of the last day that has any. */
export async function listMostMentioned(
  limit: number,
): Promise<{ day: string; isToday: boolean; stocks: StockCount[] } | undefined> {
  noteCacheTags(cacheTag.front());
  const today = formatDay(new Date(), getConfig().timeZone);
  const [latest] = dayRows.parse(
    await getDb().$queryRaw`
      SELECT d.day::text AS day, d.stories FROM stock_days d JOIN stocks s ON s.id = d.stock_id
      WHERE d.day <= ${today}::date AND d.stories > 0 AND s.kind = 'stock' ORDER BY d.day DESC LIMIT 1`,
  );
  if (!latest) return undefined;
  const stocks = countRows.parse(
    await getDb().$queryRaw`
      SELECT s.market, s.code, s.name, s.kind, d.stories FROM stock_days d JOIN stocks s ON s.id = d.stock_id
      WHERE d.day = ${latest.day}::date AND d.stories > 0 AND s.kind = 'stock'
      ORDER BY d.stories DESC, d.stock_id LIMIT ${limit}`,
  );
  return { day: latest.day, isToday: latest.day === today, stocks };
}
