import type { FeedSource } from '@/lib/db/generated/client';
import { z } from 'zod';
import type { Feed } from './feed';
import { feedKinds, feedMapping, feedSettings } from './feed-settings';

const feedError = z
  .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).default({}) })
  .nullable();

type FeedRow = Omit<FeedSource, 'etag' | 'lastModified' | 'bodyHash' | 'claimedUntil'>;

/** A row to a source of ours. */
export function toFeed(row: FeedRow): Feed {
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    kind: z.enum(feedKinds).parse(row.kind),
    mapping: feedMapping.parse(row.mapping),
    intervalSeconds: row.intervalSeconds,
    settings: feedSettings.parse(row.settings),
    pausedAt: row.pausedAt,
    nextPollAt: row.nextPollAt,
    lastPollAt: row.lastPollAt,
    lastSuccessAt: row.lastSuccessAt,
    lastItemAt: row.lastItemAt,
    lagSeconds: row.lagSeconds,
    failures: row.failures,
    lastError: feedError.parse(row.lastError),
    createdAt: row.createdAt,
  };
}
