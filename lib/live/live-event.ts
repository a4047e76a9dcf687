import type { CategoryRef } from '@/lib/articles/article';

/** What a live page hears of one story. */
export interface LiveEvent {
  /** Place in the change log: what `Last-Event-ID` and `since` name. */
  id: number;
  kind: 'published' | 'changed' | 'removed';
  slug: string;
  url: string;
  /** These three are null for a story that cannot be read any more. */
  title: string | null;
  publishedAt: string | null;
  category: CategoryRef | null;
  /** The cache tags of the change: what pages subscribe to. */
  topics: string[];
}

/**
 * One event a story, in the order of its last change: a story that was published and corrected since is new, one that
 * was published and withdrawn is gone. The id is the last one's, so going on from it misses nothing.
 */
export function coalesceEvents(events: readonly LiveEvent[]): LiveEvent[] {
  const bySlug = new Map<string, LiveEvent>();
  for (const event of events) {
    const before = bySlug.get(event.slug);
    bySlug.delete(event.slug);
    bySlug.set(event.slug, before ? merge(before, event) : event);
  }
  return bySlug.size === events.length ? [...events] : [...bySlug.values()];
}

function merge(before: LiveEvent, after: LiveEvent): LiveEvent {
  const isNew = before.kind === 'published' && after.kind === 'changed';
  const topics = [...new Set([...before.topics, ...after.topics])];
  return { ...after, topics, ...(isNew && { kind: 'published' }) };
}

/** The event as a server-sent event. Source: HTML Standard, "Server-sent events", 9.2.5. */
export function formatEvent(event: LiveEvent): string {
  return `id: ${event.id}\nevent: article\ndata: ${JSON.stringify(event)}\n\n`;
}

/** More happened than is told singly, or nobody knows what: the client must look at its page anew. */
export function formatReset(position: number): string {
  return `id: ${position}\nevent: reset\ndata:\n\n`;
}

/**
 * The sign of life, an event so that scripts can tell a living stream from a buffered or dead one, and so that a
 * client of a quiet topic goes on from here and not from its last story.
 */
export function formatPosition(position: number): string {
  return `: still here\nid: ${position}\nevent: position\ndata:\n\n`;
}

/** Milliseconds after which a client whose stream ended comes back. */
export function formatRetry(ms: number): string {
  return `retry: ${ms}\n\n`;
}
