import { backfillMentions } from '@/lib/articles/backfill-mentions';
import type { Logger } from '@/lib/config/logger';
import type { PageCache } from './page-cache';

/**
 * Reads the articles of earlier releases for codes of stocks, in the background. When some got mentions, all pages are
 * renewed: it happens once after an update, and is no change that readers of a story should be told of.
 */
export function startStockBackfill(options: { pages: PageCache; log: Logger }): {
  stop: () => Promise<void>;
} {
  const { pages, log } = options;
  const ending = new AbortController();
  const work = backfillMentions(ending.signal)
    .then((added) => {
      if (added === 0) return;
      pages.invalidateAll();
      log.info({ articles: added }, 'mentions of stocks read from earlier articles');
    })
    .catch((error: unknown) => log.warn({ err: error }, 'reading of mentions goes on at the next start'));
  return {
    stop: async () => {
      ending.abort();
      await work;
    },
  };
}
