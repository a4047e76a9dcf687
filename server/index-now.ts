import { setTimeout } from 'node:timers/promises';
import type { Config } from '@/lib/config/config';
import type { Logger } from '@/lib/config/logger';
import { submitChanges } from '@/lib/discovery/submit-changes';

/** Changes of this time go together. */
const everyMs = 10_000;
/** How long the end waits for a submission that is under way. */
const endMs = 1000;

/**
 * Tells search engines of changed stories for as long as the portal runs, when a key is set. Saves know nothing of it:
 * it reads the change log. Several processes may do so on one database.
 */
export function startIndexNow(config: Config, log: Logger): { stop: () => Promise<void> } {
  const stopped = new AbortController();
  let running = Promise.resolve();
  let isRunning = false;
  const timer = setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    running = submitOnce(config, log, stopped.signal).finally(() => (isRunning = false));
  }, everyMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      stopped.abort();
      await Promise.race([running, setTimeout(endMs, undefined, { ref: false })]);
    },
  };
}

async function submitOnce(config: Config, log: Logger, signal: AbortSignal): Promise<void> {
  try {
    const submission = await submitChanges(config, signal);
    if (submission?.outcome === 'taken') log.debug(submission, 'search engines told');
    else if (submission) log.warn(submission, 'search engines did not take the addresses');
  } catch (error) {
    if (!signal.aborted) log.warn({ err: error }, 'search engines not told');
  }
}
