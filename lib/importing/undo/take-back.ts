import type { Sql } from '@/lib/db/sql';
import { addTextMentions } from '@/lib/articles/add-text-mentions';
import { snapshotColumns } from '@/lib/articles/article-writes';
import { nameStocks } from '@/lib/articles/stock-names';
import { refreshSearchTerms } from '@/lib/articles/refresh-search-terms';
import type { FormerState } from './touched-articles';

/** Takes created articles away, whole; what they were stays in `removed_articles`. */
export async function removeArticles(sql: Sql, ids: readonly number[], importId: string): Promise<void> {
  if (ids.length === 0) return;
  await sql(
    `INSERT INTO removed_articles (identity_key, slug, import_id, paths, share_code, snapshot)
     SELECT a.identity_key, a.slug, $2, ARRAY(SELECT l.path FROM links l WHERE l.article_id = a.id),
       (SELECT s.code FROM short_links s WHERE s.article_id = a.id), ${snapshotColumns}
     FROM articles a WHERE a.id = ANY($1)
     ON CONFLICT (identity_key) DO UPDATE SET slug = excluded.slug, import_id = excluded.import_id,
       paths = excluded.paths, share_code = excluded.share_code, snapshot = excluded.snapshot, removed_at = now()`,
    [ids, importId],
  );
  await sql('DELETE FROM articles WHERE id = ANY($1)', [ids]);
}

/** Gives articles their former state back, with its tags, mentions and times. Links of editors stay. */
export async function restoreArticles(sql: Sql, former: readonly FormerState[], since: Date): Promise<void> {
  if (former.length === 0) return;
  const ids = former.map(({ articleId }) => articleId);
  await sql(
    `UPDATE articles SET title = s.title, digest = s.digest, body_html = s."bodyHtml", body_text = s."bodyText",
       source_name = s."sourceName", source_url = s."sourceUrl", image_url = s."imageUrl",
       published_at = s."publishedAt", zone_offset = s."zoneOffset", status = s.status, language = s.language,
       guessed_fields = s."guessedFields", category_id = (SELECT id FROM categories WHERE id = s."categoryId"),
       deleted_at = s."deletedAt", updated_at = coalesce(s."updatedAt", now()), fingerprint = s.fingerprint,
       canonical_url = s."canonicalUrl", text_sketch = coalesce(s."textSketch", '{}'), content_hash = s."contentHash"
     FROM json_to_recordset($1::json) AS s("articleId" int, title text, digest text, "bodyHtml" text, "bodyText" text,
       "sourceName" text, "sourceUrl" text, "imageUrl" text, "publishedAt" timestamptz, "zoneOffset" int,
       status article_status, language text, "guessedFields" text[], "categoryId" int, "deletedAt" timestamptz,
       "updatedAt" timestamptz, fingerprint bigint, "canonicalUrl" text, "textSketch" int[], "contentHash" text)
     WHERE articles.id = s."articleId"`,
    [
      JSON.stringify(
        former.map(({ articleId, state, contentHash }) => ({ ...state, articleId, contentHash })),
      ),
    ],
  );
  await sql('DELETE FROM article_tags WHERE article_id = ANY($1)', [ids]);
  await sql('DELETE FROM mentions WHERE article_id = ANY($1)', [ids]);
  await sql(
    `DELETE FROM links WHERE article_id = ANY($1) AND created_at >= $2 AND kind NOT IN ('slug', 'hand')`,
    [ids, since],
  );
  await restoreDetails(sql, former);
  await refreshSearchTerms(sql, ids);
}

async function restoreDetails(sql: Sql, former: readonly FormerState[]): Promise<void> {
  const tags = former.flatMap(({ articleId, state }) =>
    state.tagIds.map((tagId, position) => ({ articleId, tagId, position })),
  );
  await sql(
    `INSERT INTO article_tags (article_id, tag_id, position)
     SELECT s."articleId", tags.id, s.position
     FROM json_to_recordset($1::json) AS s("articleId" int, "tagId" int, position int)
     JOIN tags ON tags.id = s."tagId"`,
    [JSON.stringify(tags)],
  );
  const mentions = former.flatMap(({ articleId, state }) =>
    state.mentions.map((mention) => ({ articleId, ...mention })),
  );
  await sql(
    `INSERT INTO mentions (article_id, stock_id, count, name)
     SELECT s."articleId", stocks.id, s.count, coalesce(s.name, nullif(stocks.name, stocks.code))
     FROM json_to_recordset($1::json) AS s("articleId" int, "stockId" int, count int, name text)
     JOIN stocks ON stocks.id = s."stockId"`,
    [JSON.stringify(mentions)],
  );
  // States from before codes in texts were mentions.
  await addTextMentions(
    sql,
    former.map(({ articleId, state }) => ({ id: articleId, ...state })),
  );
}

/** Former states of articles that were left as they are: whoever changed them can still be taken back to these. */
const keptStates = `SELECT r.snapshot FROM revisions r WHERE r.article_id IN (SELECT article_id FROM import_items
  WHERE import_id = $3 AND outcome IN ('created', 'updated') AND article_id IS NOT NULL)`;

/** Categories that one statement takes back. */
const atOnce = 100;

/**
 * Takes back what an import made besides articles and nobody uses: categories and their other slugs, tags, stocks, the
 * names that it gave to categories.
 */
export async function takeBackSurroundings(
  sql: Sql,
  importId: string,
  window: { from: Date; until: Date },
): Promise<void> {
  const times = [window.from, window.until];
  const made = 'created_at BETWEEN $1 AND $2';
  // For each of them the database looks through all articles: a statement that takes hundreds would take too long.
  for (let count = atOnce; count === atOnce;) {
    const gone = await sql(
      `DELETE FROM categories WHERE id IN (SELECT id FROM categories c WHERE ${made}
         AND NOT EXISTS (SELECT FROM articles a WHERE a.category_id = c.id)
         AND c.id NOT IN (SELECT (k.snapshot->>'categoryId')::int FROM (${keptStates}) k
           WHERE k.snapshot->>'categoryId' IS NOT NULL) LIMIT ${atOnce}) RETURNING id`,
      [...times, importId],
    );
    count = gone.length;
  }
  await sql(
    `DELETE FROM category_aliases x USING categories c WHERE x.${made} AND c.id = x.category_id AND c.slug <> x.slug
       AND c.created_at < $1`,
    times,
  );
  await sql(
    `DELETE FROM tags t WHERE ${made} AND NOT EXISTS (SELECT FROM article_tags j WHERE j.tag_id = t.id)
       AND t.id NOT IN (SELECT tag::int FROM (${keptStates}) k, jsonb_array_elements_text(k.snapshot->'tagIds') tag)`,
    [...times, importId],
  );
  await sql(
    `DELETE FROM stocks s WHERE ${made} AND NOT EXISTS (SELECT FROM mentions m WHERE m.stock_id = s.id)
       AND s.id NOT IN (SELECT (mention->>'stockId')::int
         FROM (${keptStates}) k, jsonb_array_elements(k.snapshot->'mentions') mention)`,
    [...times, importId],
  );
  await nameStocks(sql);
  await sql(
    `UPDATE categories c SET name = e.before->>'name', name_key = e.before->>'nameKey'
     FROM import_effects e WHERE e.import_id = $1 AND e.kind = 'category-named'
       AND c.id = (e.before->>'categoryId')::int
       AND NOT EXISTS (SELECT FROM categories o WHERE o.name_key = e.before->>'nameKey' AND o.id <> c.id)`,
    [importId],
  );
}
