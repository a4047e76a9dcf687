import { setTimeout } from 'node:timers/promises';
import type { Logger } from '@/lib/config/logger';
import { claimDueFeeds, type ClaimedFeed, findNextDue } from '@/lib/feeds/feed-claims';
import { pollFeed } from '@/lib/feeds/poll-feed';

const maxAtOnce = 4;
/** Longest sleep: a source that was added or resumed elsewhere waits no longer. */
const maxSleepMs = 5000;

/**
 * Polls feed sources when they are due, at most four at once, until it is stopped. Several processes may do so on one
 * database. While the database is away it keeps trying. `stop` gives back what is under way, unpolled.
 */
export function startFeedPoller(log: Logger): { stop: () => Promise<void> } {
  const aborter = new AbortController();
  const running = new Set<Promise<void>>();
  const working = keepPolling(running, log, aborter.signal);
  return {
    stop: async () => {
      aborter.abort();
      await working;
      await Promise.all(running);
    },
  };
}

async function keepPolling(running: Set<Promise<void>>, log: Logger, signal: AbortSignal): Promise<void> {
  let isAway = false;
  while (!signal.aborted) {
    try {
      await startDue(running, log, signal);
      // With all places taken there is nothing to look for until one is free.
      if (running.size >= maxAtOnce) await Promise.race([...running, sleep(maxSleepMs, signal)]);
      else await sleep(await chooseSleep(), signal);
      isAway = false;
    } catch (error) {
      // Said once, not every five seconds.
      if (!isAway) log.warn({ err: error }, 'feeds cannot be polled');
      isAway = true;
      await sleep(maxSleepMs, signal);
    }
  }
}

async function startDue(running: Set<Promise<void>>, log: Logger, signal: AbortSignal): Promise<void> {
  const free = maxAtOnce - running.size;
  if (free <= 0) return;
  for (const feed of await claimDueFeeds(free)) {
    const poll = pollOne(feed, log, signal).finally(() => running.delete(poll));
    running.add(poll);
  }
}

async function pollOne(feed: ClaimedFeed, log: Logger, signal: AbortSignal): Promise<void> {
  try {
    const { error } = await pollFeed(feed, signal);
    // A source's own failure is on its page; only what nobody foresaw is for the log.
    if (error?.code === 'feed-import-failed') log.error({ err: error, feedId: feed.id }, 'feed not taken in');
  } catch (error) {
    log.warn({ err: error, feedId: feed.id }, 'feed not polled');
  }
}

/** Milliseconds until a source is due. */
async function chooseSleep(): Promise<number> {
  const seconds = (await findNextDue()) ?? Infinity;
  return Math.min(seconds * 1000 + 20, maxSleepMs);
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal, ref: false }).catch(() => undefined);
}
