import { describeError } from '@/lib/i18n/describe-error';
import type { Locale } from '@/lib/i18n/locales';
import type { Feed } from './feed';

/** A source as JSON; its last error in the reader's language. Times are ISO 8601, spans seconds. */
export function buildFeedJson(feed: Feed, locale: Locale) {
  const { id, name, url, kind, mapping, intervalSeconds, settings, failures, lagSeconds, lastError } = feed;
  return {
    id,
    name,
    url,
    kind,
    mapping,
    intervalSeconds,
    settings,
    isPaused: feed.pausedAt !== null,
    nextPollAt: feed.nextPollAt.toISOString(),
    lastPollAt: feed.lastPollAt?.toISOString() ?? null,
    lastSuccessAt: feed.lastSuccessAt?.toISOString() ?? null,
    lastItemAt: feed.lastItemAt?.toISOString() ?? null,
    lagSeconds,
    failures,
    lastError: lastError && { ...lastError, message: describeError(lastError, locale) },
  };
}
