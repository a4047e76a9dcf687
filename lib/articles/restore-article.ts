import { z } from 'zod';
import type { Sql } from '@/lib/db/sql';
import type { ArticleRestore, RestoredRevision } from './article-restore';
import type { ArticleSnapshot } from './article-snapshot';
import { categoryKey, resolveCategories, type StoredCategory } from './category-store';
import { buildTextSketch } from './text-sketch';

/** An article that was just created, and what it was where it comes from. */
export interface RestoredArticle {
  articleId: number;
  restore: ArticleRestore;
}

/**
 * Short codes that exported articles had and that are free here; each is given once. Codes of articles that an undo
 * took away are not free: their links were shared.
 */
export async function pickFreeCodes(sql: Sql, wanted: readonly string[]): Promise<Set<string>> {
  if (wanted.length === 0) return new Set();
  const rows = z.array(z.object({ code: z.string() })).parse(
    await sql(
      `SELECT code FROM short_links WHERE code = ANY($1)
       UNION ALL SELECT share_code FROM removed_articles WHERE share_code = ANY($1)`,
      [wanted],
    ),
  );
  const taken = new Set(rows.map(({ code }) => code));
  return new Set(wanted.filter((code) => !taken.has(code)));
}

/**
 * Gives new articles what they had in the portal they were exported from: times, deletion, visits, history. Returns
 * the addresses that lead to another article and were left, by article id.
 */
export async function restoreArticles(
  sql: Sql,
  each: readonly RestoredArticle[],
  importId: string | undefined,
): Promise<Map<number, string[]>> {
  if (each.length === 0) return new Map();
  await restoreTimes(sql, each);
  await restoreVisits(sql, each);
  await restoreRevisions(sql, each, importId);
  return restoreLinks(sql, each);
}

async function restoreTimes(sql: Sql, each: readonly RestoredArticle[]): Promise<void> {
  await sql(
    `UPDATE articles a SET created_at = i."createdAt", updated_at = i."updatedAt", deleted_at = i."deletedAt"
     FROM json_to_recordset($1::json) AS i(id int, "createdAt" timestamptz, "updatedAt" timestamptz,
       "deletedAt" timestamptz) WHERE a.id = i.id`,
    [
      JSON.stringify(
        each.map(({ articleId, restore: { createdAt, updatedAt, deletedAt } }) => ({
          id: articleId,
          createdAt,
          updatedAt,
          deletedAt,
        })),
      ),
    ],
  );
}

/** Only where the short link itself could be kept: visits of another code would be somebody else's. */
async function restoreVisits(sql: Sql, each: readonly RestoredArticle[]): Promise<void> {
  const rows = each.flatMap(({ articleId, restore: { share } }) => (share ? [{ articleId, ...share }] : []));
  await sql(
    `UPDATE short_links s SET visits = i.visits, last_visit_at = i."lastVisitAt", created_at = i."createdAt"
     FROM json_to_recordset($1::json) AS i("articleId" int, code text, visits int, "lastVisitAt" timestamptz,
       "createdAt" timestamptz) WHERE s.article_id = i."articleId" AND s.code = i.code`,
    [JSON.stringify(rows)],
  );
}

const linkRow = z.object({ articleId: z.int(), path: z.string() });

async function restoreLinks(sql: Sql, each: readonly RestoredArticle[]): Promise<Map<number, string[]>> {
  const rows = each.flatMap(({ articleId, restore }) =>
    restore.links.map((link) => ({ articleId, ...link })),
  );
  const json = JSON.stringify(rows);
  const columns = `json_to_recordset($1::json) AS i("articleId" int, path text, "createdAt" timestamptz)`;
  await sql(
    `UPDATE links l SET created_at = i."createdAt" FROM ${columns}
     WHERE l.path = i.path AND l.article_id = i."articleId"`,
    [json],
  );
  const lost = z.array(linkRow).parse(
    await sql(
      `SELECT i."articleId", i.path FROM ${columns}
       WHERE NOT EXISTS (SELECT FROM links l WHERE l.path = i.path AND l.article_id = i."articleId")`,
      [json],
    ),
  );
  const byArticle = Map.groupBy(lost, ({ articleId }) => articleId);
  return new Map([...byArticle].map(([id, links]) => [id, links.map(({ path }) => path)]));
}

async function restoreRevisions(
  sql: Sql,
  each: readonly RestoredArticle[],
  importId: string | undefined,
): Promise<void> {
  const revisions = each.flatMap(({ articleId, restore }) =>
    restore.revisions.map((revision) => ({ articleId, revision })),
  );
  if (revisions.length === 0) return;
  const all = revisions.map(({ revision }) => revision);
  const ids = {
    categories: await resolveCategories(
      sql,
      all.flatMap(({ category }) => category ?? []),
      importId,
    ),
    tags: await findOrMakeTags(sql, all),
    stocks: await findOrMakeStocks(sql, all),
  };
  await sql(
    `INSERT INTO revisions (article_id, editor_id, content_hash, snapshot, created_at)
     SELECT "articleId", "editorId", "contentHash", snapshot, "createdAt"
     FROM ROWS FROM (json_to_recordset($1::json) AS ("articleId" int, "editorId" text, "contentHash" text,
       snapshot jsonb, "createdAt" timestamptz)) WITH ORDINALITY ORDER BY ordinality`,
    [
      JSON.stringify(
        revisions.map(({ articleId, revision }) => ({
          articleId,
          editorId: revision.editorId,
          contentHash: revision.contentHash,
          snapshot: buildSnapshot(revision, ids),
          createdAt: revision.createdAt,
        })),
      ),
    ],
  );
}

interface KnownIds {
  categories: Map<string, StoredCategory>;
  tags: Map<string, number>;
  stocks: Map<string, number>;
}

function buildSnapshot(revision: RestoredRevision, ids: KnownIds): ArticleSnapshot {
  const { contentHash, createdAt, editorId, origin, category, tags, mentions, updatedAt, ...state } =
    revision;
  return {
    ...state,
    ...(updatedAt && { updatedAt }),
    ...(origin !== null && { origin }),
    textSketch: buildTextSketch(revision.bodyText) ?? [],
    categoryId: category && (ids.categories.get(categoryKey(category))?.id ?? null),
    tagIds: tags.flatMap((name) => ids.tags.get(name) ?? []),
    mentions: mentions.flatMap(({ market, code, count }) => {
      const stockId = ids.stocks.get(stockKey({ market, code }));
      return stockId === undefined ? [] : [{ stockId, count }];
    }),
  };
}

async function findOrMakeTags(
  sql: Sql,
  revisions: readonly RestoredRevision[],
): Promise<Map<string, number>> {
  const names = [...new Set(revisions.flatMap(({ tags }) => tags))].sort();
  if (names.length === 0) return new Map();
  await sql(
    `INSERT INTO tags (name) SELECT name FROM unnest($1::text[]) AS input(name)
     WHERE NOT EXISTS (SELECT FROM tags t WHERE t.name = input.name) ON CONFLICT (name) DO NOTHING`,
    [names],
  );
  const rows = await sql('SELECT id, name FROM tags WHERE name = ANY($1)', [names]);
  const found = z.array(z.object({ id: z.int(), name: z.string() })).parse(rows);
  return new Map(found.map(({ id, name }) => [name, id]));
}

function stockKey({ market, code }: { market: string; code: string }): string {
  return `${market}.${code}`;
}

async function findOrMakeStocks(
  sql: Sql,
  revisions: readonly RestoredRevision[],
): Promise<Map<string, number>> {
  const mentions = revisions.flatMap((revision) => revision.mentions);
  const stocks = [...new Map(mentions.map((mention) => [stockKey(mention), mention])).values()];
  if (stocks.length === 0) return new Map();
  const json = JSON.stringify(stocks);
  const input = 'json_to_recordset($1::json) AS i(market text, code text, name text, kind text)';
  await sql(
    `INSERT INTO stocks (market, code, name, kind) SELECT market, code, name, kind FROM ${input}
     WHERE NOT EXISTS (SELECT FROM stocks s WHERE s.market = i.market AND s.code = i.code)
     ON CONFLICT (market, code) DO NOTHING`,
    [json],
  );
  const rows = await sql(`SELECT s.id, s.market, s.code FROM stocks s JOIN ${input} USING (market, code)`, [
    json,
  ]);
  const found = z.array(z.object({ id: z.int(), market: z.string(), code: z.string() })).parse(rows);
  return new Map(found.map((stock) => [stockKey(stock), stock.id]));
}
