import { setTimeout } from 'node:timers/promises';
import type { Logger } from '@/lib/config/logger';
import { backfillGroups } from '@/lib/groups/backfill-groups';

/** Between two batches, so that others get the writers' lock and the processor. */
const pauseMs = 100;
const retryMs = 30_000;
/** How long the end waits for a batch that is just being written. */
const endMs = 2000;

/**
 * Groups the stories of an archive that is older than groups, in the background, for as long as there are any; a start
 * later goes on where this one was stopped. Pages learn of the groups when they are next rendered for another reason.
 */
export function startGroupBackfill(log: Logger): { stop: () => Promise<void> } {
  const stopped = new AbortController();
  const running = run(stopped.signal, log);
  return {
    stop: async () => {
      stopped.abort();
      await Promise.race([running, setTimeout(endMs, undefined, { ref: false })]);
    },
  };
}

async function run(signal: AbortSignal, log: Logger): Promise<void> {
  for (let after: number | undefined = 0; after !== undefined && !signal.aborted;) {
    try {
      after = await backfillGroups(after);
      await pause(pauseMs, signal);
    } catch (error) {
      log.warn({ err: error }, 'stories not grouped');
      await pause(retryMs, signal);
    }
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal, ref: false }).catch(() => undefined);
}
