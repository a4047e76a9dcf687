import type { Config } from '@/lib/config/config';
import type { Logger } from '@/lib/config/logger';
import type { PageCache } from './page-cache';

const everyMs = 5000;
const changeLogDays = 7;

/**
 * Small regular work of a running portal: publishes what is due, renews pages when the day changes in TIME_ZONE
 * (the masthead shows the date), prunes the change log once a day. Failures are logged and tried again.
 */
export function startHousekeeping(options: {
  pages: PageCache;
  config: Config;
  log: Logger;
  publishDueArticles: () => Promise<number>;
  pruneChanges: (days: number) => Promise<void>;
}): { stop: () => void } {
  const { pages, config, log } = options;
  const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: config.timeZone, dateStyle: 'short' });
  let day = dayFormat.format(new Date());
  const work = async () => {
    await options.publishDueArticles();
    const today = dayFormat.format(new Date());
    if (today === day) return;
    day = today;
    pages.invalidateAll();
    await options.pruneChanges(changeLogDays);
  };
  const timer = setInterval(() => {
    work().catch((error: unknown) => log.warn({ err: error }, 'housekeeping failed'));
  }, everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
