import { refreshSearchTerms } from '@/lib/articles/refresh-search-terms';
import { lockWrites } from '@/lib/articles/save-articles';
import { isDatabaseUnavailable } from '@/lib/db/is-database-unavailable';
import { getBatchDb, getDb } from '@/lib/db/prisma-client';
import { withTransaction } from '@/lib/db/sql';
import { z } from 'zod';
import { searchTermsVersion } from './build-search-terms';

/** Articles looked at with one query, and written in one transaction. */
const windowSize = 2000;
const batchSize = 200;
/** After so many new terms the planner should look at them. */
const manyArticles = 1000;
const settingKey = 'search.rebuild';
const staleRows = z.array(z.object({ id: z.int(), isStale: z.boolean() }));
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
  let after: number | undefined = 0;
  while (after !== undefined && !isStopped(signal)) {
    const window = await listStale(after, since);
    for (let from = 0; from < window.stale.length; from += batchSize) {
      if (isStopped(signal)) return done;
      const ids = window.stale.slice(from, from + batchSize);
      await rebuildBatch(ids);
      done += ids.length;
      onProgress?.(done);
    }
    after = window.last;
  }
  if (done >= manyArticles) await analyseSearchTerms();
  return done;
}

/** Asked anew each time: it changes while we wait. */
function isStopped(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** Those of the next articles that need new terms, and where the articles after them begin. */
async function listStale(after: number, since: Date): Promise<{ stale: number[]; last: number | undefined }> {
  const rows = staleRows.parse(
    await getBatchDb().$queryRaw`
      SELECT a.id, (s.article_id IS NULL OR s.version <> ${searchTermsVersion} OR s.built_at < ${since}) AS "isStale"
      FROM (SELECT id FROM articles WHERE id > ${after} ORDER BY id LIMIT ${windowSize}) a
      LEFT JOIN article_search s ON s.article_id = a.id ORDER BY a.id`,
  );
  return { stale: rows.flatMap(({ id, isStale }) => (isStale ? [id] : [])), last: rows.at(-1)?.id };
}

/** Under the writers' lock: what is read must still be so when its terms are written. */
async function rebuildBatch(ids: readonly number[]): Promise<void> {
  await withTransaction(async (sql) => {
    await lockWrites(sql);
    await refreshSearchTerms(sql, ids);
  });
}

/** Where it takes too long PostgreSQL's own daemon comes by later. */
async function analyseSearchTerms(): Promise<void> {
  try {
    await getBatchDb().$executeRaw`ANALYZE article_search`;
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
  }
}
