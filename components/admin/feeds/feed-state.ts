import type { Feed } from '@/lib/feeds/feed';

export type FeedState = 'working' | 'waiting' | 'failing' | 'paused';

/** The one word for how a source is doing. */
export function getFeedState(feed: Pick<Feed, 'pausedAt' | 'failures' | 'lastPollAt'>): FeedState {
  if (feed.pausedAt !== null) return 'paused';
  if (feed.failures > 0) return 'failing';
  return feed.lastPollAt === null ? 'waiting' : 'working';
}

export const stateLooks = {
  working: 'text-done',
  waiting: 'text-muted',
  failing: 'text-danger',
  paused: 'text-caution',
} as const satisfies Record<FeedState, string>;
