import type { MessageParams } from '@/lib/errors/app-error';
import type { FeedMapping, FeedSettings } from './feed-settings';

/** A source that is polled, as editors see it. */
export interface Feed {
  id: number;
  name: string;
  url: string;
  kind: 'feed' | 'json';
  mapping: FeedMapping;
  intervalSeconds: number;
  settings: FeedSettings;
  pausedAt: Date | null;
  nextPollAt: Date;
  lastPollAt: Date | null;
  lastSuccessAt: Date | null;
  /** When its newest item was published at the source. */
  lastItemAt: Date | null;
  /** How long after that the portal had it. */
  lagSeconds: number | null;
  /** In a row. */
  failures: number;
  lastError: { code: string; params: MessageParams } | null;
  createdAt: Date;
}
