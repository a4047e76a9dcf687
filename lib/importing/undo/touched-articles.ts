import type { Sql } from '@/lib/db/sql';
import { type ArticleSnapshot, articleSnapshot } from '@/lib/articles/article-snapshot';
import { z } from 'zod';

const revision = z.object({ id: z.int(), importId: z.string().nullable(), contentHash: z.string() });

const touchedRow = z.object({
  id: z.int(),
  slug: z.string(),
  contentHash: z.string(),
  firstOutcome: z.string(),
  leftHash: z.string().nullable(),
  /** Newest first. */
  revisions: z.array(revision),
});

/** An article that an import wrote, as it is now, and what is known of its states. */
export type TouchedArticle = z.infer<typeof touchedRow>;

/** The next articles by id that an import created or updated. */
export async function listTouched(
  sql: Sql,
  importId: string,
  after: number,
  limit: number,
): Promise<TouchedArticle[]> {
  const rows = await sql(
    `WITH touched AS (
       SELECT article_id, (array_agg(outcome ORDER BY position))[1] AS first_outcome,
         (array_agg(content_hash ORDER BY position DESC))[1] AS left_hash
       FROM import_items
       WHERE import_id = $1 AND outcome IN ('created', 'updated') AND article_id > $2
       GROUP BY article_id ORDER BY article_id LIMIT $3)
     SELECT a.id, a.slug, a.content_hash AS "contentHash",
       t.first_outcome AS "firstOutcome", t.left_hash AS "leftHash",
       (SELECT coalesce(json_agg(json_build_object('id', r.id, 'importId', r.import_id,
          'contentHash', r.content_hash) ORDER BY r.id DESC), '[]') FROM revisions r WHERE r.article_id = a.id
          AND r.created_at >= (SELECT coalesce(started_at, created_at) FROM imports WHERE id = $1)) AS revisions
     FROM touched t JOIN articles a ON a.id = t.article_id ORDER BY a.id`,
    [importId, after, limit],
  );
  return z.array(touchedRow).parse(rows);
}

/** Any later state that is not this import's own: another import, an editor, or a deletion. */
export function wasChangedSince(article: TouchedArticle, importId: string): boolean {
  if (article.contentHash !== article.leftHash) return true;
  const own = article.revisions.findIndex((one) => one.importId === importId);
  // A revision is written by whoever overwrites: the newest one not of this import means a change after it.
  return own > 0 || (own === -1 && article.revisions.length > 0 && article.firstOutcome === 'created');
}

/** An article's state before the import. */
export interface FormerState {
  articleId: number;
  state: ArticleSnapshot;
  contentHash: string;
}

const snapshotRow = z.object({
  id: z.int(),
  articleId: z.int(),
  contentHash: z.string(),
  snapshot: articleSnapshot,
});

/** What was there before the import, by article: the first state that it overwrote, unless it had made that itself. */
export async function findFormerStates(
  sql: Sql,
  articles: TouchedArticle[],
  importId: string,
): Promise<Map<number, FormerState>> {
  const first = articles.flatMap(
    ({ revisions }) => revisions.filter((one) => one.importId === importId).at(-1)?.id ?? [],
  );
  if (first.length === 0) return new Map();
  const rows = await sql(
    `SELECT id, article_id AS "articleId", content_hash AS "contentHash", snapshot FROM revisions WHERE id = ANY($1)`,
    [first],
  );
  const created = new Set(
    articles.filter(({ firstOutcome }) => firstOutcome === 'created').map(({ id }) => id),
  );
  return new Map(
    z
      .array(snapshotRow)
      .parse(rows)
      .filter(({ articleId, snapshot }) => !created.has(articleId) || snapshot.deletedAt !== null)
      .map(({ articleId, contentHash, snapshot }) => [
        articleId,
        { articleId, contentHash, state: snapshot },
      ]),
  );
}
