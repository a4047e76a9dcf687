import { setTimeout } from 'node:timers/promises';
import type { Logger } from '@/lib/config/logger';
import { fetchArticleImages } from '@/lib/images/fetch-article-images';
import type { ImageStore } from '@/lib/images/image-store';

const everyMs = 5000;
/** How long the end waits for a picture that is just being written. */
const endMs = 2000;

/**
 * Copies remote pictures of articles into the portal's store for as long as the portal runs. Failures are logged and
 * tried again, also while the database is away.
 */
export function startImageFetcher(options: { store: ImageStore; siteUrl: string; log: Logger }): {
  stop: () => Promise<void>;
} {
  const stopped = new AbortController();
  const fetching = { ...options, signal: stopped.signal };
  let running = Promise.resolve();
  let isRunning = false;
  const timer = setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    running = runRounds(fetching)
      .catch((error: unknown) => options.log.warn({ err: error }, 'pictures not fetched'))
      .finally(() => (isRunning = false));
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

async function runRounds(fetching: Parameters<typeof fetchArticleImages>[0]): Promise<void> {
  while (!fetching.signal.aborted && (await fetchArticleImages(fetching)));
}
