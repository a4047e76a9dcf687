import { AppError } from '@/lib/errors/app-error';
import { feedReader } from '@/lib/importing/readers/feed';
import { readFeedMeta } from '@/lib/importing/readers/feed-meta';
import type { RawEntry } from '@/lib/importing/readers/raw-post';
import { decodeFeed } from './decode-feed';
import type { FeedMapping, FeedSettings } from './feed-settings';
import { readJsonItems } from './read-json-items';

/** What a source sent. */
export interface FetchedFeed {
  body: Buffer;
  contentType: string;
  /** Where it came from in the end. */
  url: string;
}

export interface ReadFeed {
  /** What the feed says of itself; null where it says nothing. */
  title: string | null;
  link: string | null;
  language: string | null;
  /** As the source states them, `canonical_url` set where the settings want it. */
  entries: RawEntry[];
}

/**
 * The posts in what a source sent. Throws `feed-unreadable` (422) for what is no feed, `feed-is-page` (params:
 * address) for a web page that names its feed, `feed-items-missing` for JSON without the list.
 */
export function readFeed(
  fetched: FetchedFeed,
  source: { kind: string; mapping: FeedMapping; settings: FeedSettings },
): ReadFeed {
  const { kind, mapping, settings } = source;
  const text = decodeFeed(fetched.body, fetched.contentType, settings.charset);
  // Items are named by the host: a longer path would be taken for folders.
  const name = new URL(fetched.url).hostname;
  if (kind !== 'json') requireFeed(text, fetched.url, name);
  const entries = kind === 'json' ? readJsonItems(text, name, mapping) : listItems(text, name);
  const { title, link, language } = kind === 'json' ? { title: null, link: null, language: null } : readFeedMeta(text); // prettier-ignore
  return { title, link, language, entries: settings.canonical === 'original' ? entries.map((entry) => pointToOriginal(entry, fetched.url)) : entries }; // prettier-ignore
}

/** The reader reports a file without items; a feed may well have none today. */
function listItems(text: string, name: string): RawEntry[] {
  return [...feedReader.read(text, name, {})].filter((entry) => entry.kind === 'post' || entry.path !== name);
}

function requireFeed(text: string, url: string, name: string): void {
  if (feedReader.recognise(text, name)) return;
  const address = findFeedAddress(text, url);
  if (address) throw new AppError('feed-is-page', { address }, 422);
  throw new AppError('feed-unreadable', {}, 422);
}

function pointToOriginal(entry: RawEntry, base: string): RawEntry {
  if (entry.kind !== 'post') return entry;
  const { fields } = entry.post;
  const original = fields.link ?? fields.source_url;
  if (typeof original !== 'string' || !URL.canParse(original, base)) return entry;
  const canonical_url = new URL(original, base).href;
  return { kind: 'post', post: { ...entry.post, fields: { ...fields, canonical_url } } };
}

/** `<link rel="alternate" type="application/rss+xml" href="…">` in the head of a page. */
function findFeedAddress(page: string, base: string): string | undefined {
  const links = page.slice(0, 200_000).match(/<link\b[^>]{0,1000}>/gi) ?? [];
  const link = links.find((tag) => /type\s*=\s*["']?application\/(?:rss|atom|feed)\+(?:xml|json)/i.test(tag));
  const href = /\bhref\s*=\s*["']?([^"'\s>]+)/i.exec(link ?? '')?.[1];
  return href && URL.canParse(href, base) ? new URL(href, base).href : undefined;
}
