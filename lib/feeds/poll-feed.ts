import { createHash } from 'node:crypto';
import { getDb } from '@/lib/db/prisma-client';
import { isDatabaseUnavailable } from '@/lib/db/is-database-unavailable';
import { AppError } from '@/lib/errors/app-error';
import { isDiskFull } from '@/lib/errors/is-disk-full';
import { importFeedItems, type ImportingFeed } from '@/lib/importing/import-feed-items';
import type { RawEntry } from '@/lib/importing/readers/raw-post';
import { applyRules } from './feed-rules';
import { type ClaimedFeed, finishPoll, type PollRecord, releaseFeed } from './feed-claims';
import { buildFeedOptions } from './feed-options';
import { fetchFeed } from './fetch-feed';
import { nextPoll, type PollEnd } from './next-poll';
import { readFeed } from './read-feed';

/** Of one transaction. */
const itemsAtOnce = 250;

/** What a poll brought: `unchanged` when the source said or sent the same as before. */
export interface PollSummary {
  outcome: 'imported' | 'unchanged' | 'failed';
  /** Id of the (last) import that holds what was new; null when nothing was. */
  importId: string | null;
  error: AppError | null;
}

/**
 * Asks a claimed source once, takes in what is new, and notes how it went and when it is next due. Whatever is wrong
 * with the source becomes its error; what is wrong with the portal itself (database away, disk full) is thrown, and
 * the claim runs out. When `signal` ends the poll early, the source is given back as it was.
 */
export async function pollFeed(feed: ClaimedFeed, signal?: AbortSignal): Promise<PollSummary> {
  try {
    const taken = await takeIn(feed, signal);
    await finish(feed, { ok: true }, { ...taken.record, error: null });
    return { outcome: taken.isNew ? 'imported' : 'unchanged', importId: taken.importId, error: null };
  } catch (error) {
    if (signal?.aborted) {
      await releaseFeed(feed);
      return { outcome: 'unchanged', importId: null, error: null };
    }
    if (isOwnTrouble(error)) throw error;
    const told = error instanceof AppError ? error : new AppError('feed-import-failed', {}, 500, { cause: error }); // prettier-ignore
    await finish(feed, readEnd(told), { error: { code: told.code, params: told.params } });
    return { outcome: 'failed', importId: null, error: told };
  }
}

/** The portal's own trouble, not the source's. An AppError's cause says nothing here: a source may be away as well. */
function isOwnTrouble(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'database-unavailable' || error.code === 'disk-full';
  return isDatabaseUnavailable(error) || isDiskFull(error);
}

interface Taken {
  isNew: boolean;
  importId: string | null;
  record: Pick<PollRecord, 'validators' | 'newestItemAt'>;
}

async function takeIn(feed: ClaimedFeed, signal: AbortSignal | undefined): Promise<Taken> {
  const answer = await fetchFeed(feed, signal);
  if (answer === null) return { isNew: false, importId: null, record: {} };
  const { etag, lastModified } = answer;
  const bodyHash = createHash('sha256').update(answer.body).digest('hex');
  const validators = { etag, lastModified, bodyHash };
  if (bodyHash === feed.bodyHash) return { isNew: false, importId: null, record: { validators } };
  const { entries } = readFeed(answer, feed);
  const ruled = applyRules(entries, feed.settings.rules).filter(({ outcome }) => outcome !== 'dropped');
  const imports = await importAll(
    { id: feed.id, options: buildFeedOptions(feed), baseUrl: answer.url },
    ruled.map(({ entry }) => entry),
  );
  const newestItemAt = await findNewestItem(imports);
  return {
    isNew: imports.length > 0,
    importId: imports.at(-1) ?? null,
    record: { validators, newestItemAt },
  };
}

/** In parts, as a feed may hold a whole archive. When a later part fails, the next poll begins with the first again. */
async function importAll(feed: ImportingFeed, entries: RawEntry[]): Promise<string[]> {
  const imports: string[] = [];
  for (let at = 0; at < entries.length; at += itemsAtOnce) {
    const summary = await importFeedItems(feed, entries.slice(at, at + itemsAtOnce));
    if (summary !== null) imports.push(summary.id);
  }
  return imports;
}

async function findNewestItem(imports: string[]): Promise<Date | null> {
  if (imports.length === 0) return null;
  const { _max } = await getDb().importItem.aggregate({
    where: { importId: { in: imports }, outcome: 'created' },
    _max: { publishedAt: true },
  });
  return _max.publishedAt;
}

async function finish(
  feed: ClaimedFeed,
  end: PollEnd,
  record: Omit<PollRecord, 'delaySeconds' | 'failures'>,
): Promise<void> {
  await finishPoll(feed, { ...nextPoll(feed, end, Math.random()), ...record });
}

function readEnd({ params }: AppError): PollEnd {
  const { status, retryAfter } = params;
  return {
    ok: false,
    ...(typeof status === 'number' && { status }),
    ...(typeof retryAfter === 'number' && { retryAfterSeconds: retryAfter }),
  };
}
