import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { getDb } from '@/lib/db/prisma-client';
import { type Sql, withTransaction } from '@/lib/db/sql';
import { addTextMentions } from './add-text-mentions';
import { refreshSearchTerms } from './refresh-search-terms';
import { lockWrites } from './save-articles';
import { nameStocks } from './stock-names';

const settingKey = 'stocks.backfill';
/** Grows when the rule that finds codes in texts learns something: then all articles are read again. */
const ruleVersion = 1;
const batchSize = 200;
/** Between batches other writers get their turn. */
const pauseMs = 50;

const progress = z.object({
  version: z.int(),
  /** Id of the last article that was read. */
  after: z.int(),
  isDone: z.boolean(),
});

type Progress = z.infer<typeof progress>;

/**
 * Reads the articles that were saved before codes in texts were mentions, in batches, and goes on where it stopped
 * when the portal ended. Nothing to do: one query. Returns how many articles got a mention.
 */
export async function backfillMentions(signal: AbortSignal): Promise<number> {
  let added = 0;
  for (;;) {
    const state = await readProgress();
    if (state.isDone || signal.aborted) return added;
    added += await withTransaction((sql) => fillBatch(sql, state));
    await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}

async function readProgress(): Promise<Progress> {
  const row = await getDb().setting.findUnique({ where: { key: settingKey } });
  const known = progress.safeParse(row?.value);
  return known.success && known.data.version === ruleVersion
    ? known.data
    : { version: ruleVersion, after: 0, isDone: false };
}

const articleRows = z.array(
  z.object({ id: z.int(), title: z.string(), digest: z.string().nullable(), bodyText: z.string() }),
);

async function fillBatch(sql: Sql, { after }: Progress): Promise<number> {
  await lockWrites(sql);
  const articles = articleRows.parse(
    await sql(
      `SELECT id, title, digest, body_text AS "bodyText" FROM articles WHERE id > $1 ORDER BY id LIMIT ${batchSize}`,
      [after],
    ),
  );
  const filled = await addTextMentions(sql, articles);
  // A stock is found by its name and code.
  await refreshSearchTerms(sql, [...filled]);
  const isDone = articles.length < batchSize;
  // Stocks of the first release have no pinyin yet.
  if (isDone) await nameStocks(sql);
  const state: Progress = { version: ruleVersion, after: articles.at(-1)?.id ?? after, isDone };
  await sql(
    `INSERT INTO settings (key, value, updated_at) VALUES ($1, $2, now())
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
    [settingKey, JSON.stringify(state)],
  );
  return filled.size;
}
