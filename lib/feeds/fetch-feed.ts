import { getConfig } from '@/lib/config/config';
import { AppError } from '@/lib/errors/app-error';
import { safeFetch } from '@/lib/http/safe-fetch';
import { parseRetryAfter } from './next-poll';
import type { FetchedFeed } from './read-feed';

const limits = { maxBytes: 20 * 1024 * 1024, timeoutMs: 30_000 };
const accepted = {
  feed: 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.5',
  json: 'application/json, */*;q=0.5',
};

export interface FeedAnswer extends FetchedFeed {
  etag: string | null;
  lastModified: string | null;
}

/** What the source said at the last poll, so that it need not send the same again. */
export interface FeedValidators {
  etag: string | null;
  lastModified: string | null;
}

/**
 * One request to a source; null when nothing has changed since (304). Throws `feed-status` (params: status, and
 * retryAfter in seconds where stated) for an answer that is none, and the errors of `safeFetch`.
 */
export async function fetchFeed(
  source: { url: string; kind: string } & FeedValidators,
  signal?: AbortSignal,
): Promise<FeedAnswer | null> {
  const { status, url, headers, body } = await safeFetch(source.url, {
    ...limits,
    signal,
    accept: source.kind === 'json' ? accepted.json : accepted.feed,
    privateHosts: getConfig().feedsAllowPrivateHosts,
    headers: {
      ...(source.etag !== null && { 'If-None-Match': source.etag }),
      ...(source.lastModified !== null && { 'If-Modified-Since': source.lastModified }),
    },
  });
  if (status === 304) return null;
  if (status < 200 || status > 299) throw buildStatusError(status, headers['retry-after']);
  return {
    body,
    url,
    contentType: headers['content-type'] ?? '',
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
  };
}

function buildStatusError(status: number, header: string | undefined): AppError {
  const retryAfter = parseRetryAfter(header, new Date());
  const params = { status, ...(retryAfter !== undefined && { retryAfter }) };
  return new AppError(status === 410 ? 'feed-gone' : 'feed-status', params, 502);
}
