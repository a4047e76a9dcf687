import { getBatchDb, getDb } from '@/lib/db/prisma-client';
import { sqlOf } from '@/lib/db/sql';
import { z } from 'zod';
import { recordChanges } from './change-log';
import { buildChanges, findListedStates } from './listed-state';

const dueRows = z.array(z.object({ id: z.int() }));

/**
 * Publishes every scheduled article whose time has come by the clock of the database. Safe to call from several
 * instances at once: each article is published by one. Returns how many.
 */
export async function publishDueArticles(): Promise<number> {
  const isAnyDue = await getDb().article.findFirst({
    where: { status: 'scheduled', deletedAt: null, publishedAt: { lte: new Date(Date.now() + 5000) } },
    select: { id: true },
  });
  if (!isAnyDue) return 0;
  return getBatchDb().$transaction(async (tx) => {
    // The writers' lock: a save that read "scheduled" before must not write it over "published".
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('finews.save'))`;
    const rows = dueRows.parse(
      await tx.$queryRaw`
        UPDATE articles SET status = 'published', updated_at = now()
        WHERE status = 'scheduled' AND deleted_at IS NULL AND published_at <= now() RETURNING id`,
    );
    const sql = sqlOf(tx);
    const states = await findListedStates(
      sql,
      rows.map(({ id }) => id),
    );
    await recordChanges(sql, buildChanges(new Map(), states));
    return rows.length;
  });
}
