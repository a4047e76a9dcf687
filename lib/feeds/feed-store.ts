import { isDeepStrictEqual } from 'node:util';
import { Prisma } from '@/lib/db/generated/client';
import { getDb } from '@/lib/db/prisma-client';
import { AppError } from '@/lib/errors/app-error';
import { listErrorCodes } from '@/lib/errors/list-error-codes';
import type { Feed } from './feed';
import { toFeed } from './feed-rows';
import type { FeedForm } from './feed-settings';
import { z } from 'zod';

/** More sources than any editor keeps in sight; the list is not paged. */
const maxFeeds = 500;

/** All sources by name, at most 500. */
export async function listFeeds(): Promise<Feed[]> {
  const rows = await getDb().feedSource.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: maxFeeds,
  });
  return rows.map(toFeed);
}

/** One source. Throws `feed-unknown` (404). */
export async function getFeed(id: number): Promise<Feed> {
  const row = await getDb().feedSource.findUnique({ where: { id } });
  if (!row) throw new AppError('feed-unknown', {}, 404);
  return toFeed(row);
}

/** Adds a source, due at once. Throws `feed-exists` (409) when another has this address, `feed-too-many` (409). */
export async function createFeed(form: FeedForm): Promise<Feed> {
  if ((await getDb().feedSource.count()) >= maxFeeds)
    throw new AppError('feed-too-many', { limit: maxFeeds }, 409);
  return toFeed(await telling(getDb().feedSource.create({ data: form })));
}

/**
 * Changes a source. When what it brings may be different now, the next poll asks for everything anew and comes at
 * once; a poll that is under way writes nothing to the source any more.
 */
export async function updateFeed(id: number, form: FeedForm): Promise<Feed> {
  const before = await getFeed(id);
  const { url, kind, mapping, settings } = form;
  const isSame = isDeepStrictEqual({ url, kind, mapping, settings }, { url: before.url, kind: before.kind, mapping: before.mapping, settings: before.settings }); // prettier-ignore
  const anew = { etag: null, lastModified: null, bodyHash: null, claimedUntil: null, failures: 0, lastError: Prisma.DbNull }; // prettier-ignore
  const data = { ...form, nextPollAt: await getDatabaseTime(), ...(isSame ? {} : anew) };
  return toFeed(await telling(getDb().feedSource.update({ where: { id }, data })));
}

/** Stops polling, or starts it again with a poll at once. */
export async function setFeedPaused(id: number, isPaused: boolean): Promise<Feed> {
  const now = await getDatabaseTime();
  const data = isPaused ? { pausedAt: now } : { pausedAt: null, nextPollAt: now };
  return toFeed(await telling(getDb().feedSource.update({ where: { id }, data })));
}

/** Removes a source; its articles and imports stay. */
export async function deleteFeed(id: number): Promise<void> {
  await telling(getDb().feedSource.delete({ where: { id } }));
}

/** One poll that brought something. */
export interface FeedImport {
  id: string;
  createdAt: Date;
  created: number;
  updated: number;
  rejected: number;
}

/** Newest first: the last 20 polls that brought something. */
export async function listFeedImports(feedId: number): Promise<FeedImport[]> {
  return getDb().import.findMany({
    where: { feedId },
    orderBy: { createdAt: 'desc' },
    take: 20,
    select: { id: true, createdAt: true, created: true, updated: true, rejected: true },
  });
}

const itemOutcomes = ['created', 'updated', 'rejected'] as const;

/** An item that a source brought. */
export interface FeedItem {
  /** What its report calls it. */
  path: string;
  title: string | null;
  /** Of the article; null when it was rejected. */
  slug: string | null;
  publishedAt: Date | null;
  importedAt: Date;
  outcome: (typeof itemOutcomes)[number];
}

/** Newest first: the last 20 items that were new, changed or could not be read. */
export async function listFeedItems(feedId: number): Promise<FeedItem[]> {
  const rows = await getDb().importItem.findMany({
    where: { import: { feedId }, outcome: { in: [...itemOutcomes] } },
    orderBy: [{ import: { createdAt: 'desc' } }, { position: 'asc' }],
    take: 20,
    select: {
      path: true,
      title: true,
      slug: true,
      publishedAt: true,
      outcome: true,
      import: { select: { createdAt: true } },
    },
  });
  return rows.map(({ import: { createdAt }, outcome, ...item }) => ({
    ...item,
    outcome: z.enum(itemOutcomes).parse(outcome),
    importedAt: createdAt,
  }));
}

/** The polling processes compare with the database's clock, not with their own. */
async function getDatabaseTime(): Promise<Date> {
  const [row] = await getDb().$queryRaw<{ now: Date }[]>`SELECT now()`;
  return row?.now ?? new Date();
}

/** Prisma's codes in words: P2002 is a second row of one address, P2025 a row that is not there. */
async function telling<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    const codes = listErrorCodes(cause);
    if (codes.includes('P2002')) throw new AppError('feed-exists', {}, 409, { cause });
    if (codes.includes('P2025')) throw new AppError('feed-unknown', {}, 404, { cause });
    throw cause;
  }
}
