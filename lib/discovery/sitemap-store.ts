import { cacheTag, noteCacheTags } from '@/lib/articles/article-cache';
import { buildCursor, parseCursor } from '@/lib/articles/article-cursor';
import { Prisma } from '@/lib/db/generated/client';
import { getBatchDb } from '@/lib/db/prisma-client';
import { buildArticlePath, buildCategoryPath } from '@/lib/sharing/build-absolute-url';
import { z } from 'zod';
import type { NewsUrl, SitemapUrl } from './write-sitemap';

/**
 * URLs of one file. The protocol allows 50,000; with a fifth of it a file with the longest slugs stays far below the
 * 50 MB that it allows as well, and a file is made in one breath.
 */
export const sitemapSize = 10_000;
/** The most that Google takes in one news sitemap. */
export const newsSitemapSize = 1000;
const newsHours = 48;

/**
 * Articles that search engines should list: published, and the original of what they say. One whose source is the
 * original (canonical_url) is left out, as sitemaps name canonical pages only.
 */
const listed = Prisma.sql`published_articles WHERE canonical_url IS NULL`;

/** One file: a month in TIME_ZONE, or the part of a large one that begins after a cursor. */
export interface ArticleSitemap {
  /** `2022-02` */
  month: string;
  after: string | undefined;
  lastModified: Date;
}

const dateRows = z.array(z.object({ date: z.string() }));
const partRows = z.array(
  z.object({ lastModified: z.date(), endsAt: z.date().nullable(), endId: z.int().nullable() }),
);
const urlRows = z.array(z.object({ slug: z.string(), lastModified: z.date() }));

/** Every file of articles, the newest first. Reads one index from end to end, and no article. */
export async function listArticleSitemaps(timeZone: string): Promise<ArticleSitemap[]> {
  noteCacheTags(cacheTag.front());
  const sitemaps: ArticleSitemap[] = [];
  for (const month of await listDates('month', listed, timeZone))
    sitemaps.push(...(await cutMonth(month.slice(0, 7), timeZone)));
  return sitemaps.reverse();
}

/** The articles of one file, oldest first; none for a month without stories. */
export async function listArticleUrls(
  { month, after }: Pick<ArticleSitemap, 'month' | 'after'>,
  timeZone: string,
): Promise<SitemapUrl[]> {
  noteCacheTags(cacheTag.month(month));
  const rows = await getBatchDb().$queryRaw`
    SELECT slug, updated_at AS "lastModified" FROM ${listed}
      AND ${isInMonth(month, timeZone)} AND ${isBehind(after)}
    ORDER BY published_at, id LIMIT ${sitemapSize}`;
  return urlRows
    .parse(rows)
    .map(({ slug, lastModified }) => ({ path: buildArticlePath(slug), lastModified }));
}

/** Every day that has stories, `2022-02-18`, the newest first. */
export async function listStoryDays(timeZone: string): Promise<string[]> {
  noteCacheTags(cacheTag.front());
  return (await listDates('day', Prisma.sql`published_articles WHERE true`, timeZone)).reverse();
}

/** Every month or day that has stories, oldest first: each is found by one step into the index of all stories. */
async function listDates(unit: 'month' | 'day', from: Prisma.Sql, timeZone: string): Promise<string[]> {
  const rows = await getBatchDb().$queryRaw`
    WITH RECURSIVE dates AS (
      SELECT date_trunc(${unit}, (SELECT min(published_at) FROM ${from}) AT TIME ZONE ${timeZone}) AS start
      UNION ALL
      SELECT date_trunc(${unit}, (
        SELECT min(published_at) FROM ${from}
          AND published_at >= (dates.start + ${`1 ${unit}`}::interval) AT TIME ZONE ${timeZone}
      ) AT TIME ZONE ${timeZone}) FROM dates WHERE dates.start IS NOT NULL
    )
    SELECT to_char(start, 'YYYY-MM-DD') AS date FROM dates WHERE start IS NOT NULL ORDER BY start`;
  return dateRows.parse(rows).map(({ date }) => date);
}

/** Counted from the oldest, so that what is full stays as it is when stories are added. */
async function cutMonth(month: string, timeZone: string): Promise<ArticleSitemap[]> {
  const rows = await getBatchDb().$queryRaw`
    SELECT max(updated_at) AS "lastModified",
      max(published_at) FILTER (WHERE place % ${sitemapSize}::int = 0) AS "endsAt",
      max(id) FILTER (WHERE place % ${sitemapSize}::int = 0) AS "endId"
    FROM (
      SELECT id, published_at, updated_at, row_number() OVER (ORDER BY published_at, id) AS place
      FROM ${listed} AND ${isInMonth(month, timeZone)}
    ) numbered
    GROUP BY (place - 1) / ${sitemapSize}::int ORDER BY min(place)`;
  let after: string | undefined;
  return partRows.parse(rows).map(({ lastModified, endsAt, endId }) => {
    const part = { month, after, lastModified };
    after = endsAt && endId !== null ? buildCursor({ publishedAt: endsAt, id: endId }) : undefined;
    return part;
  });
}

function isInMonth(month: string, timeZone: string): Prisma.Sql {
  const start = Prisma.sql`${`${month}-01`}::timestamp`;
  return Prisma.sql`published_at >= ${start} AT TIME ZONE ${timeZone}
    AND published_at < (${start} + interval '1 month') AT TIME ZONE ${timeZone}`;
}

function isBehind(after: string | undefined): Prisma.Sql {
  if (after === undefined) return Prisma.sql`true`;
  const { publishedAt, id } = parseCursor(after);
  return Prisma.sql`(published_at, id) > (${publishedAt}, ${id})`;
}

const newsRows = z.array(
  z.object({ slug: z.string(), title: z.string(), language: z.string(), publishedAt: z.date() }),
);
const newsCountRows = z.tuple([z.object({ count: z.int(), newest: z.date().nullable() })]);

/** A part of the last two days, newest first; `part` counts from 1. */
export async function listNewsUrls(part: number): Promise<NewsUrl[]> {
  noteCacheTags(cacheTag.front(), cacheTag.hour());
  const rows = await getBatchDb().$queryRaw`
    SELECT slug, title, language, published_at AS "publishedAt" FROM ${listed} AND ${isNews}
    ORDER BY published_at DESC, id DESC LIMIT ${newsSitemapSize} OFFSET ${(part - 1) * newsSitemapSize}`;
  return newsRows.parse(rows).map(({ slug, ...story }) => ({ path: buildArticlePath(slug), ...story }));
}

/** How many stories there are for the news sitemaps, and when the newest was published. */
export async function countNews(): Promise<{ count: number; newest: Date | null }> {
  noteCacheTags(cacheTag.front(), cacheTag.hour());
  const rows = await getBatchDb().$queryRaw`
    SELECT count(*)::int AS count, max(published_at) AS newest FROM ${listed} AND ${isNews}`;
  return newsCountRows.parse(rows)[0];
}

const isNews = Prisma.sql`published_at > now() - make_interval(hours => ${newsHours}) AND published_at <= now()`;

const categoryRows = z.array(z.object({ slug: z.string() }));
const stockRows = z.array(z.object({ market: z.string(), code: z.string() }));
const stockMaxRows = z.tuple([z.object({ last: z.int().nullable() })]);

/** The index of each category that has stories. */
export async function listCategoryUrls(): Promise<SitemapUrl[]> {
  noteCacheTags(cacheTag.front(), cacheTag.categories());
  const rows = await getBatchDb().$queryRaw`
    SELECT slug FROM categories c WHERE EXISTS (SELECT 1 FROM published_articles WHERE category_id = c.id)
    ORDER BY id LIMIT ${sitemapSize}`;
  return categoryRows.parse(rows).map(({ slug }) => ({ path: buildCategoryPath(slug) }));
}

/** How many files the stocks and sectors need: each takes those of one range of ids. */
export async function countStockSitemaps(): Promise<number> {
  noteCacheTags(cacheTag.front());
  const [{ last }] = stockMaxRows.parse(await getBatchDb().$queryRaw`SELECT max(id) AS last FROM stocks`);
  return Math.ceil((last ?? 0) / sitemapSize);
}

/** Stocks and sectors that a story names; `part` counts from 1. */
export async function listStockUrls(part: number): Promise<SitemapUrl[]> {
  noteCacheTags(cacheTag.front());
  const rows = await getBatchDb().$queryRaw`
    SELECT market, code FROM stocks s
    WHERE id > ${(part - 1) * sitemapSize} AND id <= ${part * sitemapSize} AND EXISTS (
      SELECT 1 FROM mentions m JOIN published_articles p ON p.id = m.article_id WHERE m.stock_id = s.id)
    ORDER BY id`;
  return stockRows.parse(rows).map(({ market, code }) => ({ path: `/stock/${market}.${code}` }));
}
