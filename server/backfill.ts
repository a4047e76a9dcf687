import { setTimeout } from 'node:timers/promises';
import { backfillMentions } from '@/lib/articles/backfill-mentions';
import type { Logger } from '@/lib/config/logger';
import { backfillGroups } from '@/lib/groups/backfill-groups';
import { fillSearchTerms } from '@/lib/search/rebuild-search-terms';

/** Between two batches, so that others get the writers' lock and the processor. */
const pauseMs = 100;
/** A database that is away now may be back by then. */
const retryMs = 30_000;
/** How long the end waits for a batch that is just being written. */
const endMs = 2000;

/** Each goes on where it was stopped and returns how many articles it filled. */
const jobs: readonly (readonly [name: string, run: (signal: AbortSignal) => Promise<number>])[] = [
  ['search terms', (signal) => fillSearchTerms({ signal })],
  ['mentions of stocks', backfillMentions],
  ['groups of stories', fillGroups],
];

/**
 * Gives the articles of earlier releases what the write path gives new ones, one after the other in the background of a
 * start. When some were filled, `onDone` renews the pages: that is no change which readers should be told of.
 */
export function startBackfill({ onDone, log }: { onDone: () => void; log: Logger }): {
  stop: () => Promise<void>;
} {
  const stopped = new AbortController();
  const running = runAll(stopped.signal, onDone, log);
  return {
    stop: async () => {
      stopped.abort();
      await Promise.race([running, setTimeout(endMs, undefined, { ref: false })]);
    },
  };
}

async function runAll(signal: AbortSignal, onDone: () => void, log: Logger): Promise<void> {
  for (const [name, run] of jobs) {
    const filled = await runUntilDone(name, run, signal, log);
    if (filled === 0) continue;
    log.info({ articles: filled }, `${name} filled in for earlier articles`);
    onDone();
  }
}

async function runUntilDone(
  name: string,
  run: (signal: AbortSignal) => Promise<number>,
  signal: AbortSignal,
  log: Logger,
): Promise<number> {
  for (;;) {
    try {
      return await run(signal);
    } catch (error) {
      if (signal.aborted) return 0;
      log.warn({ err: error }, `${name} not filled in yet`);
      await pause(retryMs, signal);
    }
  }
}

async function fillGroups(signal: AbortSignal): Promise<number> {
  let batches = 0;
  for (let after: number | undefined = 0; !signal.aborted; batches += 1) {
    after = await backfillGroups(after);
    if (after === undefined) break;
    await pause(pauseMs, signal);
  }
  return batches;
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal, ref: false }).catch(() => undefined);
}
