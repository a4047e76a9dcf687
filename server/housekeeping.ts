import { cacheTag } from '@/lib/articles/article-cache';
import type { Config } from '@/lib/config/config';
import type { Logger } from '@/lib/config/logger';
import type { PageCache } from './page-cache';

const everyMs = 5000;
const changeLogDays = 7;

/**
 * Small regular work of a running portal: publishes what is due, renews pages when the day changes in TIME_ZONE
 * (the masthead shows the date) and news sitemaps with the hour, prunes the change log and old uploads once a day.
 * Failures are logged and tried again.
 */
export function startHousekeeping(options: {
  caches: PageCache[];
  config: Config;
  log: Logger;
  publishDueArticles: () => Promise<number>;
  pruneChanges: (days: number) => Promise<void>;
  removeOldUploads: () => Promise<void>;
}): { stop: () => void } {
  const { caches, config, log } = options;
  const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: config.timeZone, dateStyle: 'short' });
  let day = dayFormat.format(new Date());
  let tidiedDay = day;
  let hour = new Date().getUTCHours();
  let isWorking = false;
  const work = async () => {
    const today = dayFormat.format(new Date());
    if (today !== day) for (const cache of caches) cache.invalidateAll();
    day = today;
    const now = new Date().getUTCHours();
    if (now !== hour) for (const cache of caches) cache.invalidate([cacheTag.hour()]);
    hour = now;
    await options.publishDueArticles();
    if (today === tidiedDay) return;
    await options.pruneChanges(changeLogDays);
    await options.removeOldUploads();
    tidiedDay = today;
  };
  const timer = setInterval(() => {
    if (isWorking) return;
    isWorking = true;
    work()
      .catch((error: unknown) => log.warn({ err: error }, 'housekeeping failed'))
      .finally(() => (isWorking = false));
  }, everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
