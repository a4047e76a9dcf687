import { z } from 'zod';
import type { LoggedChange } from '@/lib/articles/change-log';
import { published } from '@/lib/articles/article-rows';
import { getConfig } from '@/lib/config/config';
import { getDb } from '@/lib/db/prisma-client';
import type { LiveEvent } from './live-event';

/**
 * The events of changes, as the stories stand now. A story that nobody can read any more is `removed`, whatever became
 * of it first. Changes that no reader sees (a picture now comes from our own store) give none.
 */
export async function loadLiveEvents(changes: readonly LoggedChange[]): Promise<LiveEvent[]> {
  const told = changes.filter(isForReaders);
  if (told.length === 0) return [];
  const rows = await getDb().article.findMany({
    where: { slug: { in: [...new Set(told.map(({ slug }) => slug))] }, ...published },
    select: {
      slug: true,
      title: true,
      publishedAt: true,
      category: { select: { slug: true, name: true } },
    },
  });
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  const { siteUrl } = getConfig();
  return told.map(({ id, kind, slug, tags }) => {
    const story = kind === 'removed' ? undefined : bySlug.get(slug);
    return {
      id: Number(id),
      kind: story ? kind : 'removed',
      slug,
      url: `${siteUrl}/articles/${encodeURIComponent(slug)}`,
      title: story?.title ?? null,
      publishedAt: story?.publishedAt.toISOString() ?? null,
      category: story?.category ?? null,
      topics: tags,
    };
  });
}

function isForReaders({ slug, tags }: LoggedChange): boolean {
  return slug !== '' && !tags.some((tag) => tag.startsWith('image:'));
}

const changeRows = z.array(
  z.object({
    id: z.bigint(),
    kind: z.enum(['published', 'changed', 'removed']),
    slug: z.string(),
    tags: z.array(z.string()),
  }),
);

/** A part of what someone missed, and the place in the log that it reaches to. */
export interface MissedPage {
  events: LiveEvent[];
  position: number;
}

/** Events of some topics after `since`, oldest first, of at most `limit` changes, and none after `until`. */
export async function listMissedEvents(
  since: number,
  until: number,
  topics: readonly string[],
  limit: number,
): Promise<MissedPage> {
  // In the order of the primary key, so that PostgreSQL stops at the limit.
  const rows = await getDb().change.findMany({
    where: { id: { gt: BigInt(since), lte: BigInt(until) }, tags: { hasSome: [...topics] } },
    orderBy: { id: 'asc' },
    take: limit,
  });
  const changes = changeRows.parse(rows);
  const last = changes.length < limit ? undefined : changes.at(-1);
  return { events: await loadLiveEvents(changes), position: last ? Number(last.id) : until };
}

/**
 * Whether the log still reaches back to a place. Old changes are dropped from its beginning, so it does when there is
 * one at or before the place; 0 is the beginning of an empty log.
 */
export async function isInLog(position: number): Promise<boolean> {
  if (position === 0) return true;
  const older = await getDb().change.findFirst({
    where: { id: { lte: BigInt(position) } },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  return older !== null;
}
