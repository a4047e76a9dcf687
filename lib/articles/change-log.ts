import { getDb } from '@/lib/db/prisma-client';
import type { Sql } from '@/lib/db/sql';
import { z } from 'zod';
import { cacheTag } from './article-cache';

/** PostgreSQL channel on which every committed change is announced; the payload is empty, the log has the facts. */
export const changeChannel = 'finews_changes';

/** The one change event: what happened to an article and which cache tags are stale because of it. */
export interface ArticleChange {
  kind: 'published' | 'changed' | 'removed';
  slug: string;
  tags: string[];
}

export interface LoggedChange extends ArticleChange {
  /** Grows with every change; the position to go on from after a pause. */
  id: bigint;
}

/**
 * Writes changes into the log and announces them when the transaction commits. Must be the last write of the
 * transaction: the lock makes ids appear in the order of the commits, so that no reader of the log skips one.
 */
export async function recordChanges(sql: Sql, changes: ArticleChange[]): Promise<void> {
  if (changes.length === 0) return;
  const mates = await findGroupMates(sql, changes);
  await sql("SELECT pg_advisory_xact_lock(hashtext('finews.changes'))::text");
  await sql(
    `INSERT INTO changes (kind, slug, tags)
     SELECT kind, slug, tags FROM json_to_recordset($1::json) AS input(kind text, slug text, tags text[])`,
    [
      JSON.stringify(
        changes.map((change) => ({
          ...change,
          tags: [...new Set([...change.tags, ...(mates.get(change.slug) ?? [])])],
        })),
      ),
    ],
  );
  await sql("SELECT pg_notify($1, '')::text", [changeChannel]);
}

/** An article stands on the pages and in the rows of the others in its group: these are stale as well. */
async function findGroupMates(sql: Sql, changes: ArticleChange[]): Promise<Map<string, string[]>> {
  const rows = await sql(
    `SELECT a.slug, array_agg(o.slug) AS mates
     FROM articles a JOIN story_members m ON m.article_id = a.id
     JOIN story_members other ON other.group_id = m.group_id AND other.article_id <> a.id
     JOIN articles o ON o.id = other.article_id
     WHERE a.slug = ANY($1) GROUP BY a.slug`,
    [changes.map(({ slug }) => slug)],
  );
  return new Map(mateRows.parse(rows).map(({ slug, mates }) => [slug, mates.map(cacheTag.article)]));
}

const mateRows = z.array(z.object({ slug: z.string(), mates: z.array(z.string()) }));

const changeRow = z.object({
  id: z.bigint(),
  kind: z.enum(['published', 'changed', 'removed']),
  slug: z.string(),
  tags: z.array(z.string()),
});

/** Changes after a position, oldest first, at most `limit`. */
export async function listChangesSince(id: bigint, limit: number): Promise<LoggedChange[]> {
  const rows = await getDb().change.findMany({
    where: { id: { gt: id } },
    orderBy: { id: 'asc' },
    take: limit,
  });
  return z.array(changeRow).parse(rows);
}

/** The newest position in the log; 0 when it is empty. */
export async function findLastChangeId(): Promise<bigint> {
  const newest = await getDb().change.findFirst({ orderBy: { id: 'desc' }, select: { id: true } });
  return newest?.id ?? 0n;
}

const lastChangeRows = z.array(z.object({ createdAt: z.date() }));

/** When something with this cache tag last changed, as far as the newest 1,000 changes tell. */
export async function findLastChangeOf(tag: string): Promise<Date | undefined> {
  const rows = await getDb().$queryRaw`
    SELECT created_at AS "createdAt" FROM (SELECT * FROM changes ORDER BY id DESC LIMIT 1000) newest
    WHERE ${tag} = ANY(tags) ORDER BY id DESC LIMIT 1`;
  return lastChangeRows.parse(rows)[0]?.createdAt;
}

/** The newest changes up to a position, oldest first, at most `limit`. */
export async function listLastChanges(until: bigint, limit: number): Promise<LoggedChange[]> {
  const rows = await getDb().change.findMany({
    where: { id: { lte: until } },
    orderBy: { id: 'desc' },
    take: limit,
  });
  return z.array(changeRow).parse(rows).reverse();
}

/**
 * Drops changes older than `days`; caches and readers that were away longer start afresh. The newest stays whatever
 * its age: it says where the log stands, and that nothing came after it.
 */
export async function pruneChanges(days: number): Promise<void> {
  const newest = await findLastChangeId();
  await getDb().change.deleteMany({
    where: { createdAt: { lt: new Date(Date.now() - days * 86_400_000) }, id: { lt: newest } },
  });
}
