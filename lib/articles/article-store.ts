import type { Prisma } from '@/lib/db/generated/client';
import { getDb } from '@/lib/db/prisma-client';
import { z } from 'zod';
import type { Article, ArticlePage, ArticleSummary, CategoryBlock, CategoryRef } from './article';
import { cacheTag, noteCacheTags } from './article-cache';
import { buildCursor, parseCursor } from './article-cursor';
import { findStoredImages } from '@/lib/images/remote-image-store';
import { showStoredImages } from '@/lib/images/show-stored-images';
import { articleFields, newestFirst, published, summaryFields, toArticle, toSummary } from './article-rows';

const pageSize = 50;

/** A published article by its slug, exactly as written; other spellings are the resolver's business. */
export async function findPublishedArticle(slug: string): Promise<Article | undefined> {
  noteCacheTags(cacheTag.article(slug));
  const row = await getDb().article.findFirst({ where: { slug, ...published }, select: articleFields });
  if (row?.category) noteCacheTags(cacheTag.category(row.category.slug));
  if (!row) return undefined;
  return showStoredImages(toArticle(row), await findStoredImages([row]));
}

/** The newest published articles of all categories. */
export async function listNewestArticles(limit: number): Promise<ArticleSummary[]> {
  noteCacheTags(cacheTag.front());
  const rows = await getDb().article.findMany({
    where: published,
    select: summaryFields,
    orderBy: newestFirst,
    take: limit,
  });
  return rows.map(toSummary);
}

/** A category by its own slug. */
export async function findCategory(slug: string): Promise<CategoryRef | undefined> {
  noteCacheTags(cacheTag.category(slug));
  const row = await getDb().category.findUnique({ where: { slug }, select: { slug: true, name: true } });
  return row ?? undefined;
}

/** All categories that have published articles, with their number, the largest first. */
export async function listCategories(): Promise<(CategoryRef & { count: number })[]> {
  noteCacheTags(cacheTag.front(), cacheTag.categories());
  const rows = await getDb().category.findMany({
    where: { articles: { some: published } },
    select: { slug: true, name: true, _count: { select: { articles: { where: published } } } },
  });
  return rows
    .map(({ slug, name, _count }) => ({ slug, name, count: _count.articles }))
    .sort((a, b) => b.count - a.count || a.slug.localeCompare(b.slug));
}

const blockRow = z.object({
  slug: z.string(),
  title: z.string(),
  digest: z.string().nullable(),
  publishedAt: z.date(),
  sourceName: z.string().nullable(),
  language: z.string(),
  categorySlug: z.string(),
  categoryName: z.string(),
});

/** Each category with its newest articles; the category with the newest story comes first. */
export async function listCategoryBlocks(perCategory: number): Promise<CategoryBlock[]> {
  noteCacheTags(cacheTag.front());
  const rows = await getDb().$queryRaw`
    SELECT a.slug, a.title, a.digest, a.published_at AS "publishedAt", a.source_name AS "sourceName",
           a.language, c.slug AS "categorySlug", c.name AS "categoryName"
    FROM categories c
    CROSS JOIN LATERAL (
      SELECT * FROM published_articles p WHERE p.category_id = c.id
      ORDER BY p.published_at DESC, p.id DESC LIMIT ${perCategory}
    ) a
    ORDER BY max(a.published_at) OVER (PARTITION BY c.id) DESC, c.id, a.published_at DESC, a.id DESC`;
  const blocks = new Map<string, CategoryBlock>();
  for (const row of z.array(blockRow).parse(rows)) {
    const { categorySlug, categoryName, ...summary } = row;
    const category = { slug: categorySlug, name: categoryName };
    const block = blocks.get(categorySlug) ?? { category, items: [] };
    block.items.push({ ...summary, category });
    blocks.set(categorySlug, block);
  }
  return [...blocks.values()];
}

/** One page of a category, newest first; `before` is a cursor. An unknown category gives an empty page. */
export async function listArticlesByCategory(slug: string, before?: string): Promise<ArticlePage> {
  noteCacheTags(cacheTag.category(slug));
  // The id first: with it the partial index on (category_id, published_at, id) serves any depth alike.
  const category = await getDb().category.findUnique({ where: { slug }, select: { id: true } });
  return category ? listPage({ categoryId: category.id }, before, pageSize) : { items: [], next: null };
}

/** One page of the articles with a tag, newest first. */
export async function listArticlesByTag(name: string, before?: string): Promise<ArticlePage> {
  noteCacheTags(cacheTag.tag(name));
  return listPage({ tags: { some: { tag: { name } } } }, before, pageSize);
}

/** One page of all published articles, or of one category; for the API. `limit` 1 to 100. */
export async function listPublishedArticles(options: {
  category?: string;
  before?: string;
  limit: number;
}): Promise<{ items: Article[]; next: string | null }> {
  const where = options.category === undefined ? {} : { category: { slug: options.category } };
  const rows = await getDb().article.findMany({
    where: { ...published, ...where, ...below(options.before) },
    select: articleFields,
    orderBy: newestFirst,
    take: options.limit + 1,
  });
  const items = rows.slice(0, options.limit);
  const images = await findStoredImages(items);
  return {
    items: items.map((row) => showStoredImages(toArticle(row), images)),
    next: nextCursor(rows, options.limit),
  };
}

async function listPage(
  where: Prisma.ArticleWhereInput,
  before: string | undefined,
  size: number,
): Promise<ArticlePage> {
  const rows = await getDb().article.findMany({
    where: { ...published, ...where, ...below(before) },
    select: summaryFields,
    orderBy: newestFirst,
    take: size + 1,
  });
  return { items: rows.slice(0, size).map(toSummary), next: nextCursor(rows, size) };
}

/** `lte` beside the OR looks redundant: only it lets PostgreSQL start in the index at the cursor. */
function below(before: string | undefined): Prisma.ArticleWhereInput {
  if (before === undefined) return {};
  const { publishedAt, id } = parseCursor(before);
  return {
    publishedAt: { lte: publishedAt },
    OR: [{ publishedAt: { lt: publishedAt } }, { publishedAt, id: { lt: id } }],
  };
}

function nextCursor(rows: { publishedAt: Date; id: number }[], size: number): string | null {
  const last = rows.length > size ? rows[size - 1] : undefined;
  return last ? buildCursor(last) : null;
}

/** The stories just before and after one within its category. */
export async function findNeighbours(
  slug: string,
): Promise<{ older: ArticleSummary | null; newer: ArticleSummary | null }> {
  const here = await getDb().article.findFirst({
    where: { slug, ...published },
    select: { id: true, publishedAt: true, categoryId: true },
  });
  if (here?.categoryId == null) return { older: null, newer: null };
  const { id, publishedAt, categoryId } = here;
  const [older, newer] = await Promise.all([
    getDb().article.findFirst({
      where: {
        ...published,
        categoryId,
        publishedAt: { lte: publishedAt },
        OR: [{ publishedAt: { lt: publishedAt } }, { publishedAt, id: { lt: id } }],
      },
      select: summaryFields,
      orderBy: newestFirst,
    }),
    getDb().article.findFirst({
      where: {
        ...published,
        categoryId,
        publishedAt: { gte: publishedAt },
        OR: [{ publishedAt: { gt: publishedAt } }, { publishedAt, id: { gt: id } }],
      },
      select: summaryFields,
      orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
    }),
  ]);
  return { older: older && toSummary(older), newer: newer && toSummary(newer) };
}

/**
 * Other stories that name the same companies or carry the same tags. Chosen are those with most in common, then the
 * nearest in time; each story once, in the report that fits best, and none that is this story at another outlet. Looks
 * at the 40 latest of each only: a company in every second story must not make every page slow.
 */
export async function listRelatedArticles(slug: string, limit: number): Promise<ArticleSummary[]> {
  const ids = z.array(z.object({ id: z.int() })).parse(
    await getDb().$queryRaw`
      WITH here AS (SELECT id, published_at FROM published_articles WHERE slug = ${slug}),
      shared AS MATERIALIZED (
        SELECT other.article_id, 2 AS weight FROM here
        CROSS JOIN LATERAL (
          SELECT mine.stock_id FROM mentions mine JOIN stocks ON stocks.id = mine.stock_id AND stocks.kind = 'stock'
          WHERE mine.article_id = here.id ORDER BY mine.count DESC LIMIT 5
        ) stock
        CROSS JOIN LATERAL (
          SELECT article_id FROM mentions WHERE stock_id = stock.stock_id AND published_at IS NOT NULL
          ORDER BY published_at DESC, article_id DESC LIMIT 40
        ) other
        UNION ALL
        SELECT other.article_id, 1 FROM here
        CROSS JOIN LATERAL (SELECT tag_id FROM article_tags WHERE article_id = here.id LIMIT 5) tag
        CROSS JOIN LATERAL (
          SELECT article_id FROM article_tags WHERE tag_id = tag.tag_id ORDER BY article_id DESC LIMIT 40
        ) other
      ),
      scored AS (
        SELECT p.id, coalesce(member.group_id, -p.id) AS story, sum(shared.weight) AS weight,
          abs(extract(epoch FROM p.published_at - here.published_at)) AS distance
        FROM here CROSS JOIN shared
        JOIN published_articles p ON p.id = shared.article_id
        LEFT JOIN story_members member ON member.article_id = p.id
        WHERE p.id <> here.id AND member.group_id IS DISTINCT FROM coalesce(
          (SELECT group_id FROM story_members WHERE article_id = here.id), 0)
        GROUP BY p.id, p.published_at, here.published_at, member.group_id
      )
      SELECT id FROM (SELECT DISTINCT ON (story) * FROM scored ORDER BY story, weight DESC, distance) told
      ORDER BY weight DESC, distance
      LIMIT ${limit}`,
  );
  const rows = await getDb().article.findMany({
    where: { id: { in: ids.map(({ id }) => id) }, ...published },
    select: summaryFields,
    orderBy: newestFirst,
  });
  noteCacheTags(...rows.map((row) => cacheTag.article(row.slug)));
  return rows.map(toSummary);
}

/** How many articles readers can see; for `/api/health` and the first start. */
export async function countPublishedArticles(): Promise<number> {
  return getDb().article.count({ where: published });
}
