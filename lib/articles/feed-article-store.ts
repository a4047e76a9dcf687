import { Prisma } from '@/lib/db/generated/client';
import { getDb } from '@/lib/db/prisma-client';
import { findStoredImages } from '@/lib/images/remote-image-store';
import { showStoredImages } from '@/lib/images/show-stored-images';
import { z } from 'zod';
import type { Article } from './article';
import { cacheTag, noteCacheTags } from './article-cache';
import { articleFields, newestFirst, published, toArticle } from './article-rows';
import { findLastChangeOf } from './change-log';

/** Which list of articles; the name of a stock comes with it. */
export type FeedScope =
  | { kind: 'site' }
  | { kind: 'category'; slug: string }
  | { kind: 'tag'; name: string }
  | { kind: 'stock'; market: string; code: string }
  /** What a search found. */
  | { kind: 'slugs'; slugs: readonly string[] };

/** An article and when its text was last rewritten after it had been stored; null when it never was. */
export interface FeedArticle extends Article {
  changedAt: Date | null;
}

/** A feed has everything of the last day and at least this many, whatever their age. */
const leastItems = 50;
const hours = 24;
/** Limits of what one reader's request may cost: a day on which an archive is imported has no end. */
const mostItems = 500;
const mostBytes = 4_000_000;

/**
 * Articles for a feed, newest first: those of the last 24 hours and at least 50, at most 500 and at most 4 MB of
 * bodies, but always the newest one. `modifiedAt`: when the list last became another one, null for an empty list; a
 * story may arrive long after it was published, or go.
 */
export async function listFeedArticles(
  scope: FeedScope,
): Promise<{ articles: FeedArticle[]; modifiedAt: Date | null }> {
  const tag = getTag(scope);
  noteCacheTags(tag);
  const [articles, lastChange] = await Promise.all([
    loadArticles(await listIds(scope)),
    findLastChangeOf(tag),
  ]);
  const times = [...articles.map(({ updatedAt }) => updatedAt), ...(lastChange ? [lastChange] : [])];
  const modifiedAt = new Date(Math.max(...times.map((time) => time.getTime())));
  return { articles, modifiedAt: articles.length === 0 ? null : modifiedAt };
}

async function loadArticles(ids: number[]): Promise<FeedArticle[]> {
  if (ids.length === 0) return [];
  const rows = await getDb().article.findMany({
    where: { id: { in: ids }, ...published },
    select: articleFields,
    orderBy: newestFirst,
  });
  const [images, changes] = await Promise.all([findStoredImages(rows), findLastChanges(ids)]);
  return rows.map((row) => ({
    ...showStoredImages(toArticle(row), images),
    changedAt: changes.get(row.id) ?? null,
  }));
}

/** What a stock or a sector is called; undefined when no post ever named it. */
export async function findStockName(market: string, code: string): Promise<string | undefined> {
  noteCacheTags(cacheTag.stock(`${market}.${code}`));
  const stock = await getDb().stock.findUnique({
    where: { market_code: { market, code } },
    select: { name: true },
  });
  return stock?.name;
}

function getTag(scope: FeedScope): string {
  switch (scope.kind) {
    case 'category':
      return cacheTag.category(scope.slug);
    case 'tag':
      return cacheTag.tag(scope.name);
    case 'stock':
      return cacheTag.stock(`${scope.market}.${scope.code}`);
    default:
      return cacheTag.front();
  }
}

async function buildCondition(scope: FeedScope): Promise<Prisma.Sql> {
  switch (scope.kind) {
    case 'site':
      return Prisma.sql`true`;
    case 'category': {
      // The id first: with it the partial index on (category_id, published_at, id) serves the query.
      const { slug } = scope;
      const category = await getDb().category.findUnique({ where: { slug }, select: { id: true } });
      return category ? Prisma.sql`category_id = ${category.id}` : Prisma.sql`false`;
    }
    case 'tag':
      return Prisma.sql`id IN (SELECT j.article_id FROM article_tags j JOIN tags t ON t.id = j.tag_id
                               WHERE t.name = ${scope.name})`;
    case 'stock':
      return Prisma.sql`id IN (SELECT m.article_id FROM mentions m JOIN stocks s ON s.id = m.stock_id
                               WHERE s.market = ${scope.market} AND s.code = ${scope.code})`;
    case 'slugs':
      return Prisma.sql`slug = ANY(${[...scope.slugs]})`;
  }
}

const idRows = z.array(z.object({ id: z.int() }));

async function listIds(scope: FeedScope): Promise<number[]> {
  const rows = await getDb().$queryRaw`
    WITH newest AS (
      SELECT id, published_at, octet_length(body_html) AS bytes FROM published_articles
      WHERE ${await buildCondition(scope)}
      ORDER BY published_at DESC, id DESC LIMIT ${mostItems}
    ), counted AS (
      SELECT id, published_at, row_number() OVER newest_first AS place, sum(bytes) OVER newest_first AS total
      FROM newest WINDOW newest_first AS (ORDER BY published_at DESC, id DESC)
    )
    SELECT id FROM counted
    WHERE (place <= ${leastItems} OR published_at > now() - make_interval(hours => ${hours}))
      AND (place = 1 OR total <= ${mostBytes})`;
  return idRows.parse(rows).map(({ id }) => id);
}

const changeRows = z.array(z.object({ id: z.int(), changedAt: z.date() }));

/**
 * When each article last got another text: a revision is the state before a write, and its hash differs from the next
 * state's only where a reader sees a difference.
 */
async function findLastChanges(ids: number[]): Promise<Map<number, Date>> {
  const rows = await getDb().$queryRaw`
    SELECT article_id AS id, max(created_at) AS "changedAt" FROM (
      SELECT r.article_id, r.created_at, r.content_hash,
        coalesce(lead(r.content_hash) OVER (PARTITION BY r.article_id ORDER BY r.id), a.content_hash) AS next_hash
      FROM revisions r JOIN articles a ON a.id = r.article_id WHERE r.article_id = ANY(${ids})
    ) states
    WHERE content_hash <> next_hash GROUP BY article_id`;
  return new Map(changeRows.parse(rows).map(({ id, changedAt }) => [id, changedAt]));
}
