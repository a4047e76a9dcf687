import type { Sql } from '@/lib/db/sql';
import { z } from 'zod';
import type { ArticleStatus } from './article';
import type { ArticleInput } from './article-input';
import { insertDetails } from './article-details';
import { writeSearchTerms } from './refresh-search-terms';
import type { BatchTexts } from './batch-texts';
import { buildTextSketch } from './text-sketch';

/** An input with everything decided that the tables need. */
export interface PlannedArticle {
  input: ArticleInput;
  identityKey: string;
  slug: string;
  categoryId: number | null;
  categorySlug: string | null;
  contentHash: string;
  fingerprint: bigint | null;
  status: ArticleStatus;
  shareCode: string;
  /** Known once it is written. */
  articleId?: number | undefined;
}

const idRows = z.array(z.object({ id: z.int(), identityKey: z.string() }));

/** The columns of a batch as one JSON parameter: a statement a table, whatever the batch's size. */
function articleColumns(planned: readonly PlannedArticle[]): string {
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
      fingerprint: plan.fingerprint === null ? null : String(plan.fingerprint),
      canonical_url: input.canonicalUrl ?? null,
      text_sketch:
        (input.textSketch === undefined ? buildTextSketch(input.bodyText) : input.textSketch) ?? [],
    })),
  );
}

const names = `slug, identity_key, title, digest, body_html, body_text, source_name, source_url, image_url,
  published_at, zone_offset, status, language, content_hash, guessed_fields, category_id, fingerprint, canonical_url,
  text_sketch`;
const columns = `json_to_recordset($1::json) AS input(
  slug text, identity_key text, title text, digest text, body_html text, body_text text, source_name text,
  source_url text, image_url text, published_at timestamptz, zone_offset int, status article_status,
  language text, content_hash text, guessed_fields text[], category_id int, fingerprint bigint, canonical_url text,
  text_sketch int[])`;

/** Inserts new articles with all that belongs to them. Returns the ids by identity. */
export async function insertArticles(
  sql: Sql,
  planned: readonly PlannedArticle[],
  texts: BatchTexts,
): Promise<Map<string, number>> {
  if (planned.length === 0) return new Map();
  const rows = await sql(
    `INSERT INTO articles (${names}) SELECT ${names} FROM ${columns}
     RETURNING id, identity_key AS "identityKey"`,
    [articleColumns(planned)],
  );
  const ids = toIds(rows);
  await writeDetails(sql, planned, ids, texts);
  await sql(
    `INSERT INTO short_links (code, article_id)
     SELECT code, article_id FROM json_to_recordset($1::json) AS input(code text, article_id int)`,
    [
      JSON.stringify(
        planned.map((plan) => ({ code: plan.shareCode, article_id: ids.get(plan.identityKey) })),
      ),
    ],
  );
  return ids;
}

/**
 * Overwrites articles that are there. Their former state becomes a revision; links are only ever added, slug,
 * short link and creation time stay.
 */
export async function overwriteArticles(
  sql: Sql,
  planned: readonly (PlannedArticle & { articleId: number })[],
  by: { importId?: string; editorId?: string },
  texts: BatchTexts,
): Promise<void> {
  if (planned.length === 0) return;
  const articleIds = planned.map(({ articleId }) => articleId);
  await recordRevisions(sql, articleIds, by);
  const rows = await sql(
    `UPDATE articles SET title = input.title, digest = input.digest, body_html = input.body_html,
      body_text = input.body_text, source_name = input.source_name, source_url = input.source_url,
      image_url = input.image_url, published_at = input.published_at, zone_offset = input.zone_offset,
      status = input.status, language = input.language, content_hash = input.content_hash,
      guessed_fields = input.guessed_fields, category_id = input.category_id, fingerprint = input.fingerprint,
      canonical_url = input.canonical_url, text_sketch = input.text_sketch, updated_at = now(), deleted_at = NULL
    FROM ${columns}
    WHERE articles.identity_key = input.identity_key
    RETURNING articles.id, articles.identity_key AS "identityKey"`,
    [articleColumns(planned)],
  );
  await sql('DELETE FROM article_tags WHERE article_id = ANY($1)', [articleIds]);
  await sql('DELETE FROM mentions WHERE article_id = ANY($1)', [articleIds]);
  await writeDetails(sql, planned, toIds(rows), texts);
}

async function writeDetails(
  sql: Sql,
  planned: readonly PlannedArticle[],
  ids: ReadonlyMap<string, number>,
  texts: BatchTexts,
): Promise<void> {
  const written = planned.flatMap((plan) => {
    const articleId = ids.get(plan.identityKey);
    return articleId === undefined ? [] : [{ plan, input: plan.input, articleId, slug: plan.slug }];
  });
  await insertDetails(sql, written);
  await writeSearchTerms(
    sql,
    written.map(({ plan, articleId }) => ({ id: articleId, makeTerms: () => texts.takeTerms(plan) })),
  );
}

/** Keeps the present state of articles; the shape is `articleSnapshot` (article-snapshot.ts). */
export async function recordRevisions(
  sql: Sql,
  articleIds: readonly number[],
  by: { importId?: string; editorId?: string },
): Promise<void> {
  await sql(
    `INSERT INTO revisions (article_id, import_id, editor_id, content_hash, snapshot)
    SELECT a.id, $2, $3, a.content_hash, ${snapshotColumns}
    FROM articles a WHERE a.id = ANY($1)
    ORDER BY a.id`,
    [articleIds, by.importId ?? null, by.editorId ?? null],
  );
}

/** SQL of an article `a` as an ArticleSnapshot. */
export const snapshotColumns = `json_build_object(
  'title', a.title, 'digest', a.digest, 'bodyHtml', a.body_html, 'bodyText', a.body_text,
  'sourceName', a.source_name, 'sourceUrl', a.source_url, 'imageUrl', a.image_url,
  'publishedAt', a.published_at, 'zoneOffset', a.zone_offset, 'status', a.status, 'language', a.language,
  'guessedFields', a.guessed_fields, 'categoryId', a.category_id, 'deletedAt', a.deleted_at,
  'updatedAt', a.updated_at, 'fingerprint', a.fingerprint::text, 'canonicalUrl', a.canonical_url, 'textSketch', a.text_sketch,
  'tagIds', (SELECT coalesce(json_agg(t.tag_id ORDER BY t.position), '[]') FROM article_tags t
             WHERE t.article_id = a.id),
  'mentions', (SELECT coalesce(json_agg(json_build_object('stockId', m.stock_id, 'count', m.count, 'name', m.name)), '[]')
               FROM mentions m WHERE m.article_id = a.id))`;

function toIds(rows: unknown[]): Map<string, number> {
  return new Map(idRows.parse(rows).map(({ id, identityKey }) => [identityKey, id]));
}
