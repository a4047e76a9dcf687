import { getConfig } from '@/lib/config/config';
import type { ImportedPost } from '@/lib/importing/imported-post';
import { parseRawPost } from '@/lib/importing/parse-post';
import type { RawEntry } from '@/lib/importing/readers/raw-post';
import { buildFeedOptions } from './feed-options';
import { applyRules, type RuledEntry } from './feed-rules';
import type { FeedForm } from './feed-settings';
import { fetchFeed } from './fetch-feed';
import { readFeed } from './read-feed';

const shownItems = 10;
const excerptLength = 160;

/** One item as it would come in. */
export interface TriedItem {
  /** Held: it would wait as a draft, by a rule or because its title or date had to be guessed. */
  outcome: RuledEntry['outcome'] | 'rejected';
  title: string | null;
  /** ISO 8601. */
  publishedAt: string | null;
  category: string | null;
  tags: string[];
  link: string | null;
  excerpt: string;
}

export interface TriedFeed {
  /** What the feed says of itself. */
  title: string | null;
  link: string | null;
  language: string | null;
  /** Of all items, not only of those shown. */
  counts: Record<TriedItem['outcome'], number>;
  items: TriedItem[];
}

/**
 * Asks a source as it is stated and shows what would come in; writes nothing. Throws what a poll would note as its
 * error.
 */
export async function tryFeed(form: FeedForm): Promise<TriedFeed> {
  const answer = await fetchFeed({ ...form, etag: null, lastModified: null });
  const { entries, ...about } = answer ? readFeed(answer, form) : nothing;
  const items = applyRules(entries, form.settings.rules).map((ruled) => describeItem(ruled, form));
  const counts = { kept: 0, held: 0, dropped: 0, rejected: 0 };
  for (const { outcome } of items) counts[outcome] += 1;
  return { ...about, counts, items: items.slice(0, shownItems) };
}

/** A server that says "not modified" to a request without conditions. */
const nothing = { title: null, link: null, language: null, entries: [] };

function describeItem({ outcome, entry }: RuledEntry, form: FeedForm): TriedItem {
  const post = parse(entry, form);
  if (post === null) return { ...blank, title: readTitle(entry) };
  const isHeld = outcome === 'kept' && (post.isDraft || post.guessedFields.length > 0);
  return {
    outcome: isHeld ? 'held' : outcome,
    title: post.title,
    publishedAt: post.publishedAt.toISOString(),
    category: post.category && (post.category.name ?? post.category.slug),
    tags: post.tags,
    link: post.sourceUrl,
    excerpt: post.bodyText.slice(0, excerptLength),
  };
}

const blank = {
  outcome: 'rejected' as const,
  publishedAt: null,
  category: null,
  tags: [],
  link: null,
  excerpt: '',
};

function parse(entry: RawEntry, form: FeedForm): ImportedPost | null {
  if (entry.kind !== 'post') return null;
  const { timeZone, defaultLocale } = getConfig();
  const context = {
    timeZone,
    defaultLanguage: defaultLocale,
    now: new Date(),
    options: buildFeedOptions(form),
  };
  const parsed = parseRawPost(entry.post, { format: 'feed', file: { path: '' } }, context);
  return 'post' in parsed ? parsed.post : null;
}

function readTitle(entry: RawEntry): string {
  return entry.kind === 'post' ? entry.post.path : entry.path;
}
