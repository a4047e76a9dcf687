import { z } from 'zod';
import { type Sql, withTransaction } from '@/lib/db/sql';
import { lockWrites } from '@/lib/articles/save-articles';
import { groupArticles } from './group-articles';

/** Short enough that an editor's save, which waits for the same lock, does not notice. */
const batchSize = 50;

const idRows = z.array(z.object({ id: z.int() }));

/**
 * Groups the next articles that were saved before there were groups, at most 50, in one transaction; those after the
 * article `after`, in the order of their ids. Returns where to go on, or undefined when none is left. What is done has
 * its sketch, so it can be stopped and begun again at any time, and two processes do nothing twice.
 */
export async function backfillGroups(after: number): Promise<number | undefined> {
  return withTransaction(async (sql) => {
    await lockWrites(sql);
    const ids = await findUngrouped(sql, after);
    await groupArticles(sql, ids);
    return ids.at(-1);
  });
}

async function findUngrouped(sql: Sql, after: number): Promise<number[]> {
  const rows = await sql(
    `SELECT a.id FROM articles a
     WHERE a.id > $1 AND NOT EXISTS (SELECT FROM story_sketches s WHERE s.article_id = a.id)
     ORDER BY a.id LIMIT ${batchSize}`,
    [after],
  );
  return idRows.parse(rows).map(({ id }) => id);
}
