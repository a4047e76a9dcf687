import { getDb } from '@/lib/db/prisma-client';
import type { Sql } from '@/lib/db/sql';
import { z } from 'zod';

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
  await sql("SELECT pg_advisory_xact_lock(hashtext('finews.changes'))::text");
  await sql(
    `INSERT INTO changes (kind, slug, tags)
     SELECT kind, slug, tags FROM json_to_recordset($1::json) AS input(kind text, slug text, tags text[])`,
    [JSON.stringify(changes)],
  );
  await sql("SELECT pg_notify($1, '')::text", [changeChannel]);
}

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
export async function findLastChange(tag: string): Promise<Date | undefined> {
  const rows = await getDb().$queryRaw`
    SELECT created_at AS "createdAt" FROM (SELECT * FROM changes ORDER BY id DESC LIMIT 1000) newest
    WHERE ${tag} = ANY(tags) ORDER BY id DESC LIMIT 1`;
  return lastChangeRows.parse(rows)[0]?.createdAt;
}

/** Drops changes older than `days`; caches and readers that were away longer start afresh. */
export async function pruneChanges(days: number): Promise<void> {
  await getDb().change.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - days * 86_400_000) } } });
}
