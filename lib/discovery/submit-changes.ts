import { listChangesSince } from '@/lib/articles/change-log';
import type { Config } from '@/lib/config/config';
import { getDb } from '@/lib/db/prisma-client';
import { safeFetch } from '@/lib/http/safe-fetch';
import { buildAbsoluteUrl, buildArticlePath } from '@/lib/sharing/build-absolute-url';
import { type ClaimedPosition, claimIndexNowPosition, releaseIndexNowPosition } from './index-now-position';

/** The most addresses that the protocol takes at once. */
const batchSize = 10_000;
const timeoutMs = 30_000;
const maxAnswerBytes = 100_000;
const firstPauseSeconds = 30;
const maxPauseSeconds = 3600;

type Settings = Pick<Config, 'siteUrl' | 'indexNowKey' | 'indexNowEndpoint' | 'feedsAllowPrivateHosts'>;

/** What came of a submission: how many addresses, and the HTTP status (undefined when there was nothing to send). */
export interface Submission {
  outcome: 'taken' | 'refused' | 'postponed';
  count: number;
  status?: number;
}

/**
 * Tells IndexNow which stories were published, changed or taken away since the last time, at most 10,000; undefined
 * when there is nothing to do. One process at a time; what failed is sent again later. Throws what `safeFetch` throws,
 * after giving the position back. Source: indexnow.org, "Submitting set of URLs".
 */
export async function submitChanges(
  settings: Settings,
  signal: AbortSignal,
): Promise<Submission | undefined> {
  const claimed = await claimIndexNowPosition();
  if (!claimed) return undefined;
  try {
    return await submitBatch(claimed, settings, signal);
  } catch (error) {
    await postpone(claimed, 0);
    throw error;
  }
}

async function submitBatch(
  claimed: ClaimedPosition,
  settings: Settings,
  signal: AbortSignal,
): Promise<Submission> {
  const changes = await listChangesSince(claimed.position, batchSize);
  const urls = await listOwnUrls([...new Set(changes.map(({ slug }) => slug))], settings.siteUrl);
  const answer = urls.length === 0 ? undefined : await post(urls, settings, signal);
  const status = answer?.status ?? 200;
  const submission = { count: urls.length, ...(answer && { status }) };
  if (isPassing(status)) {
    await postpone(claimed, Number(answer?.headers['retry-after']) || 0);
    return { ...submission, outcome: 'postponed' };
  }
  // What is refused once is refused again: it must not stand before all that follows.
  const position = changes.at(-1)?.id ?? claimed.position;
  await releaseIndexNowPosition(claimed, { position, failures: 0, pauseSeconds: 0 });
  return { ...submission, outcome: status < 300 ? 'taken' : 'refused' };
}

/** 403: the key is not there yet, as far as they know; 429: too many at once. */
function isPassing(status: number): boolean {
  return status >= 500 || status === 403 || status === 408 || status === 429;
}

async function postpone(claimed: ClaimedPosition, leastSeconds: number): Promise<void> {
  const failures = claimed.failures + 1;
  const pause = Math.min(firstPauseSeconds * 2 ** Math.min(claimed.failures, 20), maxPauseSeconds);
  const pauseSeconds = Math.max(pause, Math.min(leastSeconds, 86_400));
  await releaseIndexNowPosition(claimed, { position: claimed.position, failures, pauseSeconds });
}

/** Stories whose original lies elsewhere are not the portal's to announce. */
async function listOwnUrls(slugs: string[], siteUrl: string): Promise<string[]> {
  const foreign = await getDb().article.findMany({
    where: { slug: { in: slugs }, canonicalUrl: { not: null } },
    select: { slug: true },
  });
  const leftOut = new Set(foreign.map(({ slug }) => slug));
  return slugs
    .filter((slug) => !leftOut.has(slug))
    .map((slug) => buildAbsoluteUrl(siteUrl, buildArticlePath(slug)));
}

async function post(urlList: string[], settings: Settings, signal: AbortSignal) {
  const { siteUrl, indexNowKey: key, indexNowEndpoint, feedsAllowPrivateHosts } = settings;
  return safeFetch(indexNowEndpoint, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({
      host: new URL(siteUrl).host,
      key,
      keyLocation: `${siteUrl}/${key ?? ''}.txt`,
      urlList,
    }),
    maxBytes: maxAnswerBytes,
    timeoutMs,
    signal,
    privateHosts: feedsAllowPrivateHosts,
  });
}
