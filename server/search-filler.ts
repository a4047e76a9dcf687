import type { Logger } from '@/lib/config/logger';
import { fillSearchTerms } from '@/lib/search/rebuild-search-terms';

/** A database that is away now may be back by then. */
const retryMs = 60_000;

/**
 * In the background of a start: articles without search terms, or with those of an older version, get them. `stop` waits
 * for the batch that is being written.
 */
export function startSearchFiller(log: Logger): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let working = work();
  async function work(): Promise<void> {
    try {
      const done = await fillSearchTerms({ signal: stopping.signal });
      if (done > 0) log.info({ articles: done }, 'search terms made');
    } catch (error) {
      if (stopping.signal.aborted) return;
      log.warn({ err: error }, 'search terms not made');
      timer = setTimeout(() => {
        working = work();
      }, retryMs).unref();
    }
  }
  return {
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await working;
    },
  };
}
