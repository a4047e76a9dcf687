import { saveArticles } from '@/lib/articles/save-articles';
import { getConfig } from '@/lib/config/config';
import { withTransaction } from '@/lib/db/sql';
import { isDatabaseUnavailable } from '@/lib/db/is-database-unavailable';
import { hasCode } from '@/lib/errors/has-code';
import { isDiskFull } from '@/lib/errors/is-disk-full';
import { buildItems, type SeenPost } from './finished-items';
import type { SourceEntry } from './imported-post';
import {
  claimImport,
  getRequested,
  type ImportPlace,
  type ImportRun,
  ImportRunLost,
  lockRun,
  obeyRequest,
  recordItems,
} from './import-run-store';
import { findEarlierPaths, type FinishedItem, finishImport } from './import-store';
import { noteNearDuplicates } from './near-duplicates';
import type { ParseContext } from './parse-context';
import type { ParsedItem } from './parse-file';
import type { Parser, PlacedItem } from './parsing/parser';
import { measurePost } from './measure-post';
import { restorePortal } from './restore/restore-portal';
import { retryWhileUnavailable } from './retry-while-unavailable';
import { TableGrowth } from './table-growth';

const batchFiles = 120;
/** Text of a batch in UTF-16 units; keeps memory flat when posts are large. */
const batchLength = 3_000_000;

/** An item with its place in the whole import, and where the import goes on after it. */
export type ReadItem = { position: number; next: ImportPlace } & ParsedItem;

export interface ImportJob {
  importId: string;
  /** The files from number `skip` on, always in the same order, so that an import goes on where it stopped. */
  open: (skip: number) => AsyncIterable<SourceEntry>;
  parser: Parser;
  /** Stops between two batches; what was written stays and the import can go on later. */
  signal: AbortSignal;
  /** How long to wait for a database that went away, in milliseconds. */
  patience: number;
  onProgress?: (items: FinishedItem[]) => void;
}

/** How a run ended. `stopped`: by its signal, or because the import belongs to another run now. */
export type RunEnd = 'done' | 'paused' | 'cancelled' | 'stopped';

/**
 * The import: read, parse, batch, save, report. Everything of a batch (articles, items, counts, the place to go on
 * from) commits together, under the token of this run: after a crash the next run does exactly what was not
 * committed, and two runs of one import never both write.
 */
export async function runImport(job: ImportJob): Promise<RunEnd> {
  try {
    return await runClaimed(job, await retryWhileUnavailable(() => claimImport(job.importId), job));
  } catch (error) {
    if (error instanceof ImportRunLost) return 'stopped';
    throw error;
  }
}

async function runClaimed(job: ImportJob, run: ImportRun): Promise<RunEnd> {
  const { dryRun } = run.summary;
  const seen = dryRun ? new Map<string, SeenPost>() : undefined;
  const growth = new TableGrowth();
  const save = async (batch: ReadItem[]) => {
    const items = await retryWhileUnavailable(() => saveBatch(batch, run, seen, job), job);
    job.onProgress?.(items);
    if (!dryRun) await growth.note(items);
  };
  const placed = job.parser.parse(job.open(run.place.entry), buildContext(run), run.place.entry);
  // The database saves one batch while the next is parsed: two batches are in memory, never more.
  let saving: Promise<void> = Promise.resolve();
  for await (const batch of batchItems(placed, run)) {
    await saving;
    if (job.signal.aborted) return 'stopped';
    const requested = await retryWhileUnavailable(() => getRequested(job.importId), job);
    if (requested) return obey(run, requested);
    saving = save(batch);
    saving.catch(() => undefined); // it is awaited in the next turn; until then it is no unhandled rejection
  }
  await saving;
  if (job.signal.aborted) return 'stopped';
  await retryWhileUnavailable(() => restorePortal(run, () => job.open(0)), job);
  if (!dryRun) {
    await growth.end();
    await retryWhileUnavailable(() => noteNearDuplicates(job.importId).catch(letTooSlowBe), job);
  }
  await retryWhileUnavailable(() => finishImport(job.importId, null), job);
  return 'done';
}

/** Everything is written: notes that would take more than two minutes are not worth the import. */
function letTooSlowBe(error: unknown): void {
  if (!hasCode(error, '57014')) throw error;
}

async function obey(run: ImportRun, requested: 'pause' | 'cancel'): Promise<RunEnd> {
  // Somebody thought better of it: whoever takes the import up next looks again.
  if (!(await obeyRequest(run, requested))) return 'stopped';
  return requested === 'pause' ? 'paused' : 'cancelled';
}

function buildContext({ options, choices, feedId }: ImportRun): ParseContext {
  const { timeZone, defaultLocale } = getConfig();
  return {
    timeZone,
    defaultLanguage: defaultLocale,
    now: new Date(),
    options,
    choices: new Map([...choices].filter(([, choice]) => choice.charset ?? choice.withoutRepairs)),
    ...(feedId !== null && { idScope: `feed-${feedId}` }),
  };
}

/** Batches bounded by number and size. Of a file that was cut by the last stop, what is done is passed over. */
async function* batchItems(placed: AsyncIterable<PlacedItem>, run: ImportRun): AsyncGenerator<ReadItem[]> {
  let items: ReadItem[] = [];
  let length = 0;
  let position = run.processed;
  for await (const { entry, inEntry, item } of placed) {
    if (entry === run.place.entry && inEntry < run.place.inEntry) continue;
    if (items.length >= batchFiles || length > batchLength) {
      yield items;
      items = [];
      length = 0;
    }
    items.push({ position, next: { entry, inEntry: inEntry + 1 }, ...exclude(item, run) });
    position += 1;
    if ('post' in item) length += measurePost(item.post);
  }
  if (items.length > 0) yield items;
}

/** A preview shows also what the editor left out, so that it can be taken in again. */
function exclude(item: ParsedItem, { choices, summary }: ImportRun): ParsedItem {
  if (summary.dryRun || choices.get(item.path)?.excluded !== true) return item;
  const { path, format, charset } = item;
  return { path, format, charset, notes: [{ code: 'excluded' }] };
}

async function saveBatch(
  batch: ReadItem[],
  run: ImportRun,
  seen: Map<string, SeenPost> | undefined,
  job: ImportJob,
): Promise<FinishedItem[]> {
  const { id: importId, dryRun, asDraft } = run.summary;
  const [{ position: first } = { position: 0 }] = batch;
  let items: FinishedItem[] = [];
  try {
    await saveArticles(
      batch.flatMap((item) => ('post' in item ? [item.post] : [])),
      {
        importId,
        dryRun,
        asDraft,
        duplicates: run.options.duplicates,
        mayWrite: (sql) => lockRun(sql, run, first),
        alsoWrite: async (sql, saved) => {
          const earlier = dryRun ? undefined : await findEarlierPaths(sql, importId, saved);
          items = buildItems(batch, saved, seen, earlier);
          if (!dryRun) await recordItems(sql, importId, items, getNext(batch));
        },
      },
    );
  } catch (error) {
    // Not the fault of any post: whoever called waits and tries the batch again.
    if (isDatabaseUnavailable(error) || isDiskFull(error) || error instanceof ImportRunLost) throw error;
    return saveOneByOne(batch, run, seen, job, error);
  }
  // By itself: saved once more, every post would be taken for a copy of what `seen` has of it.
  if (dryRun) await retryWhileUnavailable(() => recordOnly(items, run, getNext(batch)), job);
  return items;
}

function getNext(batch: ReadItem[]): ImportPlace {
  return batch.at(-1)?.next ?? { entry: 0, inEntry: 0 };
}

async function recordOnly(items: FinishedItem[], run: ImportRun, next: ImportPlace): Promise<void> {
  const first = items[0]?.position;
  if (first === undefined) return;
  await withTransaction(async (sql) => {
    if (await lockRun(sql, run, first)) await recordItems(sql, run.summary.id, items, next);
  });
}

/** The database refused a batch: each post for itself, so that only the one at fault is rejected. */
async function saveOneByOne(
  batch: ReadItem[],
  run: ImportRun,
  seen: Map<string, SeenPost> | undefined,
  job: ImportJob,
  error: unknown,
): Promise<FinishedItem[]> {
  const [only] = batch;
  if (batch.length > 1 || only === undefined) {
    const finished: FinishedItem[] = [];
    // Each is tried again by itself: a batch of which a part is written would be taken for a written one.
    for (const item of batch)
      finished.push(...(await retryWhileUnavailable(() => saveBatch([item], run, seen, job), job)));
    return finished;
  }
  if (!('post' in only)) throw error;
  const reason = error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : '';
  const { position, next, path, format, charset } = only;
  const notes = [{ code: 'save-failed' as const, params: { reason } }];
  const items = buildItems([{ position, next, path, format, charset, notes }], [], seen);
  await recordOnly(items, run, next);
  return items;
}
