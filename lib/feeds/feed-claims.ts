import { getDb } from '@/lib/db/prisma-client';
import { Prisma } from '@/lib/db/generated/client';
import { AppError } from '@/lib/errors/app-error';
import { z } from 'zod';
import type { Feed } from './feed';
import { toFeed } from './feed-rows';

/** A source that this process has for itself until `claimedUntil`, which is also the sign of its claim. */
export interface ClaimedFeed extends Feed {
  claimedUntil: Date;
  etag: string | null;
  lastModified: string | null;
  bodyHash: string | null;
}

/** Longer than any poll takes; then another process takes over what a crashed one left. */
const claimSeconds = 180;

const ids = z.array(z.object({ id: z.int() }));

/** Takes up to `limit` sources that are due. Two processes never get the same one. */
export async function claimDueFeeds(limit: number): Promise<ClaimedFeed[]> {
  return claim(Prisma.sql`paused_at IS NULL AND next_poll_at <= now()`, limit);
}

/** Takes one source, due or not, paused or not. Throws `feed-busy` (409) while it is polled, `feed-unknown` (404). */
export async function claimFeed(id: number): Promise<ClaimedFeed> {
  const [feed] = await claim(Prisma.sql`id = ${id}`, 1);
  if (feed) return feed;
  const isThere = (await getDb().feedSource.count({ where: { id } })) > 0;
  throw isThere ? new AppError('feed-busy', {}, 409) : new AppError('feed-unknown', {}, 404);
}

async function claim(which: Prisma.Sql, limit: number): Promise<ClaimedFeed[]> {
  const claimed = await getDb().$queryRaw`
    UPDATE feed_sources SET claimed_until = now() + make_interval(secs => ${claimSeconds})
    WHERE id IN (
      SELECT id FROM feed_sources
      WHERE ${which} AND (claimed_until IS NULL OR claimed_until < now())
      ORDER BY next_poll_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  const rows = await getDb().feedSource.findMany({
    where: { id: { in: ids.parse(claimed).map(({ id }) => id) } },
  });
  return rows.flatMap((row) => (row.claimedUntil ? [{ ...toFeed(row), claimedUntil: row.claimedUntil, etag: row.etag, lastModified: row.lastModified, bodyHash: row.bodyHash }] : [])); // prettier-ignore
}

/** What a finished poll leaves at its source. */
export interface PollRecord {
  delaySeconds: number;
  failures: number;
  /** Null: a success. */
  error: { code: string; params: Record<string, string | number> } | null;
  /** Of what was taken in, or of what was there already; absent after a failure. */
  validators?: { etag: string | null; lastModified: string | null; bodyHash: string | null };
  /** Publication of the newest item that came in with this poll. */
  newestItemAt?: Date | null;
}

/**
 * Ends a claim and notes how the poll went, by the database's clock. Does nothing when the claim is no longer ours:
 * it expired, or the source was changed meanwhile. Tells whether it did.
 */
export async function finishPoll(feed: ClaimedFeed, record: PollRecord): Promise<boolean> {
  const { delaySeconds, failures, error, validators = feed, newestItemAt = null } = record;
  const count = await getDb().$executeRaw`
    UPDATE feed_sources SET claimed_until = NULL, last_poll_at = now(), failures = ${failures},
      next_poll_at = now() + make_interval(secs => ${delaySeconds}),
      last_error = ${error === null ? null : JSON.stringify(error)}::jsonb,
      last_success_at = CASE WHEN ${error === null} THEN now() ELSE last_success_at END,
      etag = ${validators.etag}, last_modified = ${validators.lastModified}, body_hash = ${validators.bodyHash},
      last_item_at = coalesce(${newestItemAt}::timestamptz, last_item_at),
      lag_seconds = CASE WHEN ${newestItemAt}::timestamptz IS NULL THEN lag_seconds
        ELSE least(greatest(extract(epoch FROM now() - ${newestItemAt}::timestamptz), 0), 2147483647)::int END
    WHERE id = ${feed.id} AND claimed_until = ${feed.claimedUntil}`;
  return count > 0;
}

/** Gives a source back unpolled: the process ends. */
export async function releaseFeed(feed: ClaimedFeed): Promise<void> {
  await getDb()
    .$executeRaw`UPDATE feed_sources SET claimed_until = NULL WHERE id = ${feed.id} AND claimed_until = ${feed.claimedUntil}`;
}

const dueIn = z.array(z.object({ seconds: z.number().nullable() })).min(1);

/** Seconds until the next source is due, 0 when one is; null when none is polled. */
export async function findNextDue(): Promise<number | null> {
  const rows = await getDb().$queryRaw`
    SELECT extract(epoch FROM min(greatest(next_poll_at, coalesce(claimed_until, next_poll_at))) - now())::float8
      AS seconds
    FROM feed_sources WHERE paused_at IS NULL`;
  const seconds = dueIn.parse(rows)[0]?.seconds ?? null;
  return seconds === null ? null : Math.max(0, seconds);
}
