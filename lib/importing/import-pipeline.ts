import { setImmediate } from 'node:timers/promises';
import { saveArticles } from '@/lib/articles/save-articles';
import { getConfig } from '@/lib/config/config';
import { getBatchDb } from '@/lib/db/prisma-client';
import type { ImportedPost, SourceEntry } from './imported-post';
import type { ImportNote } from './import-note';
import { findEarlierPaths, type FinishedItem, finishImport, recordItems, startImport } from './import-store';
import { type ParseContext, parsePost } from './parse-post';
import { buildItems, type SeenPost } from './finished-items';
import { TableGrowth } from './table-growth';
import { retryWhileUnavailable } from './retry-while-unavailable';
import { isDatabaseUnavailable } from '@/lib/db/is-database-unavailable';
import { isDiskFull } from '@/lib/errors/is-disk-full';

const batchFiles = 200;
/** Text of a batch in UTF-16 units; keeps memory flat when posts are large. */
const batchLength = 4_000_000;

/** A file on its way: parsed into a post, or rejected. */
export type ReadItem = { position: number; path: string } & (
  { post: ImportedPost } | { notes: ImportNote[] }
);

export interface ImportJob {
  importId: string;
  /** The files, always in the same order, so that an interrupted import goes on where it stopped. */
  open: () => AsyncIterable<SourceEntry>;
  /** Stops between two batches; what was written stays and the import can go on later. */
  signal: AbortSignal;
  /** How long to wait for a database that went away, in milliseconds. */
  patience: number;
  onProgress?: (items: FinishedItem[]) => void;
}

/**
 * The import: read, parse, batch, save, report. Everything of a batch (articles, items, counts) commits together;
 * after a crash the next run skips exactly what was committed. Returns true when it came to its end.
 */
export async function runImport(job: ImportJob): Promise<boolean> {
  const { importId } = job;
  const started = await retryWhileUnavailable(() => startImport(importId), job);
  const seen = started.dryRun ? new Map<string, SeenPost>() : undefined;
  const growth = new TableGrowth();
  const save = async (batch: ReadItem[]) => {
    const items = await retryWhileUnavailable(() => saveBatch(batch, started, seen), job);
    job.onProgress?.(items);
    if (!started.dryRun) await growth.note(items);
  };
  // The database saves one batch while the next is read: two batches are in memory, never more.
  let saving: Promise<void> = Promise.resolve();
  for await (const batch of batchItems(readItems(job.open(), started.processed))) {
    await saving;
    if (job.signal.aborted) return false;
    saving = save(batch);
    saving.catch(() => undefined); // it is awaited in the next turn; until then it is no unhandled rejection
  }
  await saving;
  if (job.signal.aborted) return false;
  await growth.end();
  await retryWhileUnavailable(() => finishImport(importId, null), job);
  return true;
}

/** Parses each file that is not done yet. Pauses often, as a server has readers to answer meanwhile. */
async function* readItems(entries: AsyncIterable<SourceEntry>, done: number): AsyncGenerator<ReadItem> {
  const { timeZone, defaultLocale } = getConfig();
  const context: ParseContext = { timeZone, defaultLanguage: defaultLocale, now: new Date() };
  let position = -1;
  for await (const entry of entries) {
    position += 1;
    if (position < done) continue;
    yield { position, ...readItem(entry, context) };
    if (position % 4 === 0) await setImmediate();
  }
}

function readItem(entry: SourceEntry, context: ParseContext) {
  if (entry.kind === 'rejected') return { path: entry.path, notes: [entry.note] };
  const parsed = parsePost(entry.file, context);
  return parsed.kind === 'post'
    ? { path: entry.file.path, post: parsed.post }
    : { path: entry.file.path, notes: parsed.notes };
}

/** Batches bounded by number and size; an identity never stands twice in one, as the save needs it. */
async function* batchItems(items: AsyncIterable<ReadItem>): AsyncGenerator<ReadItem[]> {
  let batch: ReadItem[] = [];
  let length = 0;
  const keys = new Set<string>();
  for await (const item of items) {
    const key = 'post' in item ? item.post.identityKey : undefined;
    if (batch.length >= batchFiles || length > batchLength || (key !== undefined && keys.has(key))) {
      yield batch;
      batch = [];
      length = 0;
      keys.clear();
    }
    batch.push(item);
    if ('post' in item) {
      keys.add(item.post.identityKey);
      length += item.post.bodyHtml.length + item.post.bodyText.length;
    }
  }
  if (batch.length > 0) yield batch;
}

type Started = Awaited<ReturnType<typeof startImport>>;

async function saveBatch(
  batch: ReadItem[],
  { id: importId, dryRun, asDraft }: Started,
  seen: Map<string, SeenPost> | undefined,
): Promise<FinishedItem[]> {
  let items: FinishedItem[] = [];
  try {
    await saveArticles(
      batch.flatMap((item) => ('post' in item ? [item.post] : [])),
      {
        importId,
        dryRun,
        asDraft,
        alsoWrite: async (tx, saved) => {
          const earlier = dryRun ? undefined : await findEarlierPaths(tx, importId, saved);
          items = buildItems(batch, saved, seen, earlier);
          if (!dryRun) await recordItems(tx, importId, items);
        },
      },
    );
  } catch (error) {
    // Not the fault of any post: whoever called waits and tries the batch again.
    if (isDatabaseUnavailable(error) || isDiskFull(error)) throw error;
    return saveOneByOne(batch, { id: importId, dryRun, asDraft }, seen, error);
  }
  if (dryRun) await getBatchDb().$transaction((tx) => recordItems(tx, importId, items));
  return items;
}

/** The database refused a batch: each post for itself, so that only the one at fault is rejected. */
async function saveOneByOne(
  batch: ReadItem[],
  started: Pick<Started, 'id' | 'dryRun' | 'asDraft'>,
  seen: Map<string, SeenPost> | undefined,
  error: unknown,
): Promise<FinishedItem[]> {
  const [only] = batch;
  if (batch.length > 1 || only === undefined) {
    const items: FinishedItem[] = [];
    for (const item of batch) items.push(...(await saveBatch([item], started as Started, seen)));
    return items;
  }
  if (!('post' in only)) throw error;
  const reason = error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : '';
  const rejected = {
    position: only.position,
    path: only.path,
    notes: [{ code: 'save-failed' as const, params: { reason } }],
  };
  const items = buildItems([rejected], [], seen);
  await getBatchDb().$transaction((tx) => recordItems(tx, started.id, items));
  return items;
}
