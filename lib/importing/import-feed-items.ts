import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { saveArticles } from '@/lib/articles/save-articles';
import { getConfig } from '@/lib/config/config';
import { buildItems } from './finished-items';
import type { ImportOptions } from './import-options';
import type { ReadItem } from './import-pipeline';
import type { ImportSummary } from './import-report';
import { recordItems } from './import-run-store';
import { getImport } from './import-store';
import type { ParseContext } from './parse-context';
import type { ParsedItem } from './parse-file';
import { parseRawPost } from './parse-post';
import type { RawEntry } from './readers/raw-post';

/** A feed as the import sees it. */
export interface ImportingFeed {
  id: number;
  options: ImportOptions;
  /** Address of the feed: relative addresses of its items are resolved against it. */
  baseUrl: string;
}

class NothingNew extends Error {}

/**
 * Brings the items of a feed in, through the same steps as a file's posts, all or nothing. Returns the import that
 * stands in the history, null when no item is new or changed: a poll that brings nothing leaves no trace.
 */
export async function importFeedItems(
  feed: ImportingFeed,
  entries: RawEntry[],
): Promise<ImportSummary | null> {
  const importId = randomUUID();
  const items = await parseEntries(feed, entries);
  try {
    await saveArticles(
      items.flatMap((item) => ('post' in item ? [item.post] : [])),
      {
        importId,
        duplicates: feed.options.duplicates,
        mayWrite: async (sql) => {
          await sql(
            `INSERT INTO imports (id, status, origin, feed_id, options, started_at, finished_at, total)
             VALUES ($1, 'done', 'feed', $2, $3, now(), now(), $4)`,
            [importId, feed.id, JSON.stringify(feed.options), items.length],
          );
          return true;
        },
        alsoWrite: async (sql, saved) => {
          if (saved.every(({ outcome }) => outcome === 'unchanged' || outcome === 'skipped'))
            throw new NothingNew();
          const finished = buildItems(items, saved, undefined);
          await recordItems(sql, importId, finished, { entry: 1, inEntry: 0 });
        },
      },
    );
  } catch (error) {
    if (error instanceof NothingNew) return null;
    throw error;
  }
  return getImport(importId);
}

/** Pauses often, as this runs where readers are answered. */
async function parseEntries(feed: ImportingFeed, entries: RawEntry[]): Promise<ReadItem[]> {
  const { timeZone, defaultLocale } = getConfig();
  const context: ParseContext = {
    timeZone,
    defaultLanguage: defaultLocale,
    now: new Date(),
    options: feed.options,
    idScope: `feed-${feed.id}`,
  };
  const items: ReadItem[] = [];
  for (const [position, entry] of entries.entries()) {
    const next = { entry: 0, inEntry: position + 1 };
    items.push({ position, next, ...parseEntry(entry, feed, context) });
    if (position % 4 === 3) await setImmediate();
  }
  return items;
}

function parseEntry(entry: RawEntry, feed: ImportingFeed, context: ParseContext): ParsedItem {
  const about = { format: 'feed' as const, charset: null };
  if (entry.kind === 'rejected') return { path: entry.path, ...about, notes: [entry.note] };
  const { post } = entry;
  const fields = { ...post.fields, link: resolve(post.fields.link, feed.baseUrl) };
  const source = { format: 'feed' as const, file: { path: feed.baseUrl } };
  return { path: post.path, ...about, ...parseRawPost({ ...post, fields }, source, context) };
}

function resolve(link: unknown, baseUrl: string): unknown {
  return typeof link === 'string' && URL.canParse(link, baseUrl) ? new URL(link, baseUrl).href : link;
}
