import { refreshSearchTerms } from '@/lib/articles/refresh-search-terms';
import { lockWrites } from '@/lib/articles/save-articles';
import { getBatchDb, getDb } from '@/lib/db/prisma-client';
import { withTransaction } from '@/lib/db/sql';
import { z } from 'zod';
import { searchTermsVersion } from './build-search-terms';

const batchSize = 200;
/** After so many new terms the planner should look at them. */
const manyArticles = 1000;
const settingKey = 'search.rebuild';
const rebuildState = z.object({ startedAt: z.iso.datetime() });

export interface RebuildOptions {
  signal: AbortSignal;
  /** Called after each batch with the number of articles done so far. */
  onProgress?: ((done: number) => void) | undefined;
}

/**
 * Gives search terms to the articles that have none, or those of other rules than ours. Readers find the others
 * meanwhile, writers wait for a batch at most. Ends early when the signal says so; the next call goes on. Returns how many.
 */
export async function fillSearchTerms(options: RebuildOptions): Promise<number> {
  return rebuild(options, new Date(0));
}

/**
 * Makes the terms of all articles anew, in the same way. One that was stopped is gone on with: what it did counts from
 * its own start.
 */
export async function rebuildSearchTerms(options: RebuildOptions): Promise<number> {
  const setting = await getDb().setting.findUnique({ where: { key: settingKey } });
  const known = rebuildState.safeParse(setting?.value);
  const startedAt = known.success ? known.data.startedAt : new Date().toISOString();
  const value = { startedAt };
  await getDb().setting.upsert({
    where: { key: settingKey },
    create: { key: settingKey, value },
    update: { value },
  });
  const done = await rebuild(options, new Date(startedAt));
  if (!options.signal.aborted) await getDb().setting.delete({ where: { key: settingKey } });
  return done;
}

async function rebuild({ signal, onProgress }: RebuildOptions, since: Date): Promise<number> {
  let done = 0;
  let after = 0;
  while (!signal.aborted) {
    const ids = await rebuildBatch(after, since);
    after = ids.at(-1) ?? after;
    done += ids.length;
    if (ids.length > 0) onProgress?.(done);
    if (ids.length < batchSize) break;
  }
  if (done >= manyArticles) await analyseSearchTerms();
  return done;
}

/** Under the writers' lock: what is read must still be so when its terms are written. */
async function rebuildBatch(after: number, since: Date): Promise<number[]> {
  return withTransaction(async (sql) => {
    await lockWrites(sql);
    const rows = await sql(
      `SELECT a.id FROM articles a LEFT JOIN article_search s ON s.article_id = a.id
       WHERE a.id > $1 AND (s.article_id IS NULL OR s.version <> $2 OR s.built_at < $3) ORDER BY a.id LIMIT $4`,
      [after, searchTermsVersion, since, batchSize],
    );
    const ids = z.array(z.object({ id: z.int() })).parse(rows).map(({ id }) => id); // prettier-ignore
    await refreshSearchTerms(sql, ids);
    return ids;
  });
}

/** Empties the index's list of new entries, too, which every search reads through. */
export async function analyseSearchTerms(): Promise<void> {
  await getBatchDb().$executeRaw`VACUUM ANALYZE article_search`;
}
