import { Prisma } from '@/lib/db/generated/client';
import { z } from 'zod';
import type { ArticleStatus } from './article';
import type { ArticleInput } from './article-input';

/** An input with everything decided that the tables need. */
export interface PlannedArticle {
  input: ArticleInput;
  identityKey: string;
  slug: string;
  categoryId: number | null;
  categorySlug: string | null;
  contentHash: string;
  status: ArticleStatus;
  shareCode: string;
}

const idRows = z.array(z.object({ id: z.int(), identityKey: z.string() }));

/** The columns of a batch as one JSON parameter: a statement a table, whatever the batch's size. */
function articleColumns(planned: PlannedArticle[]): string {
  return JSON.stringify(
    planned.map(({ input, ...plan }) => ({
      slug: plan.slug,
      identity_key: plan.identityKey,
      title: input.title,
      digest: input.digest,
      body_html: input.bodyHtml,
      body_text: input.bodyText,
      source_name: input.sourceName,
      source_url: input.sourceUrl,
      image_url: input.imageUrl,
      published_at: input.publishedAt.toISOString(),
      zone_offset: input.zoneOffset,
      status: plan.status,
      language: input.language,
      content_hash: plan.contentHash,
      guessed_fields: input.guessedFields,
      category_id: plan.categoryId,
    })),
  );
}

const columnTypes = Prisma.sql`
  slug text, identity_key text, title text, digest text, body_html text, body_text text, source_name text,
  source_url text, image_url text, published_at timestamptz, zone_offset int, status article_status,
  language text, content_hash text, guessed_fields text[], category_id int`;

/** Inserts new articles with all that belongs to them. Returns the ids by identity. */
export async function insertArticles(
  tx: Prisma.TransactionClient,
  planned: PlannedArticle[],
): Promise<Map<string, number>> {
  if (planned.length === 0) return new Map();
  const rows = await tx.$queryRaw`
    INSERT INTO articles (slug, identity_key, title, digest, body_html, body_text, source_name, source_url, image_url,
      published_at, zone_offset, status, language, content_hash, guessed_fields, category_id)
    SELECT slug, identity_key, title, digest, body_html, body_text, source_name, source_url, image_url,
      published_at, zone_offset, status, language, content_hash, guessed_fields, category_id
    FROM json_to_recordset(${articleColumns(planned)}::json) AS input(${columnTypes})
    RETURNING id, identity_key AS "identityKey"`;
  const ids = new Map(idRows.parse(rows).map(({ id, identityKey }) => [identityKey, id]));
  await insertDetails(tx, planned, ids);
  await tx.$executeRaw`
    INSERT INTO short_links (code, article_id)
    SELECT code, article_id FROM json_to_recordset(${JSON.stringify(
      planned.map((plan) => ({ code: plan.shareCode, article_id: ids.get(plan.identityKey) })),
    )}::json) AS input(code text, article_id int)`;
  return ids;
}

/**
 * Overwrites articles that are there. Their former state becomes a revision; links are only ever added, slug,
 * short link and creation time stay.
 */
export async function overwriteArticles(
  tx: Prisma.TransactionClient,
  planned: PlannedArticle[],
  by: { importId?: string; editorId?: string },
): Promise<void> {
  if (planned.length === 0) return;
  const keys = planned.map(({ identityKey }) => identityKey);
  await recordRevisions(tx, keys, by);
  const rows = await tx.$queryRaw`
    UPDATE articles SET title = input.title, digest = input.digest, body_html = input.body_html,
      body_text = input.body_text, source_name = input.source_name, source_url = input.source_url,
      image_url = input.image_url, published_at = input.published_at, zone_offset = input.zone_offset,
      status = input.status, language = input.language, content_hash = input.content_hash,
      guessed_fields = input.guessed_fields, category_id = input.category_id, updated_at = now(), deleted_at = NULL
    FROM json_to_recordset(${articleColumns(planned)}::json) AS input(${columnTypes})
    WHERE articles.identity_key = input.identity_key
    RETURNING articles.id, articles.identity_key AS "identityKey"`;
  const ids = new Map(idRows.parse(rows).map(({ id, identityKey }) => [identityKey, id]));
  const articleId = { in: [...ids.values()] };
  await tx.articleTag.deleteMany({ where: { articleId } });
  await tx.mention.deleteMany({ where: { articleId } });
  await insertDetails(tx, planned, ids);
}

/** Keeps the present state of articles; the shape is `articleSnapshot` (article-snapshot.ts). */
export async function recordRevisions(
  tx: Prisma.TransactionClient,
  identityKeys: string[],
  by: { importId?: string; editorId?: string },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO revisions (article_id, import_id, editor_id, content_hash, snapshot)
    SELECT a.id, ${by.importId ?? null}, ${by.editorId ?? null}, a.content_hash, json_build_object(
      'title', a.title, 'digest', a.digest, 'bodyHtml', a.body_html, 'bodyText', a.body_text,
      'sourceName', a.source_name, 'sourceUrl', a.source_url, 'imageUrl', a.image_url,
      'publishedAt', a.published_at, 'zoneOffset', a.zone_offset, 'status', a.status, 'language', a.language,
      'guessedFields', a.guessed_fields, 'categoryId', a.category_id, 'deletedAt', a.deleted_at,
      'tagIds', (SELECT coalesce(json_agg(t.tag_id ORDER BY t.position), '[]') FROM article_tags t
                 WHERE t.article_id = a.id),
      'mentions', (SELECT coalesce(json_agg(json_build_object('stockId', m.stock_id, 'count', m.count)), '[]')
                   FROM mentions m WHERE m.article_id = a.id))
    FROM articles a WHERE a.identity_key = ANY(${identityKeys})
    ORDER BY a.id`;
}

async function insertDetails(
  tx: Prisma.TransactionClient,
  planned: PlannedArticle[],
  ids: Map<string, number>,
): Promise<void> {
  const each = planned.flatMap(({ input, identityKey, slug }) => {
    const articleId = ids.get(identityKey);
    return articleId === undefined ? [] : [{ input, articleId, slug }];
  });
  await insertLinks(tx, each);
  await insertTags(tx, each);
  await insertMentions(tx, each);
}

interface Detailed {
  input: ArticleInput;
  articleId: number;
  slug: string;
}

/** The first article that had an address keeps it: an old link never starts to lead elsewhere. */
async function insertLinks(tx: Prisma.TransactionClient, each: Detailed[]): Promise<void> {
  const rows = each.flatMap(({ input, articleId, slug }) =>
    [{ path: `/articles/${slug.toLowerCase()}`, kind: 'slug' }, ...input.links].map((link) => ({
      ...link,
      article_id: articleId,
    })),
  );
  await tx.$executeRaw`
    INSERT INTO links (path, article_id, kind)
    SELECT DISTINCT ON (path) path, article_id, kind
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS input(path text, article_id int, kind text)
    ON CONFLICT (path) DO NOTHING`;
}

async function insertTags(tx: Prisma.TransactionClient, each: Detailed[]): Promise<void> {
  const rows = each.flatMap(({ input, articleId }) =>
    [...new Set(input.tags)].map((name, position) => ({ article_id: articleId, name, position })),
  );
  if (rows.length === 0) return;
  const json = JSON.stringify(rows);
  await tx.$executeRaw`
    INSERT INTO tags (name) SELECT DISTINCT name FROM json_to_recordset(${json}::json) AS input(name text)
    ORDER BY name ON CONFLICT (name) DO NOTHING`;
  await tx.$executeRaw`
    INSERT INTO article_tags (article_id, tag_id, position)
    SELECT input.article_id, tags.id, input.position
    FROM json_to_recordset(${json}::json) AS input(article_id int, name text, position int)
    JOIN tags USING (name)`;
}

async function insertMentions(tx: Prisma.TransactionClient, each: Detailed[]): Promise<void> {
  const rows = each.flatMap(({ input, articleId }) =>
    input.mentions.map((mention) => ({ ...mention, article_id: articleId })),
  );
  if (rows.length === 0) return;
  const json = JSON.stringify(rows);
  await tx.$executeRaw`
    INSERT INTO stocks (market, code, name, kind)
    SELECT DISTINCT ON (market, code) market, code, name, kind
    FROM json_to_recordset(${json}::json) AS input(market text, code text, name text, kind text)
    ORDER BY market, code ON CONFLICT (market, code) DO NOTHING`;
  await tx.$executeRaw`
    INSERT INTO mentions (article_id, stock_id, count)
    SELECT input.article_id, stocks.id, sum(input.count)::int
    FROM json_to_recordset(${json}::json) AS input(article_id int, market text, code text, count int)
    JOIN stocks USING (market, code) GROUP BY 1, 2`;
}
