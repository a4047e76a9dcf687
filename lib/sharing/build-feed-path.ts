/** The file under which each kind of feed lies beside its list; contract, "Addresses". */
export const feedFiles = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' } as const;

export type FeedFormat = keyof typeof feedFiles;

/** Registered types; JSON Feed 1.1, "Suggestions for publishers". */
export const feedTypes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const satisfies Record<FeedFormat, string>;

export const feedFormats = ['rss', 'atom', 'json'] as const satisfies FeedFormat[];

/** What a search as a feed asks for; its order is always the newest first. */
export const searchFeedQuery = ['q', 'category', 'from', 'to', 'stock'] as const;

/**
 * The feed of a list page, from the page's own path (no language, with its query): `/category/x?before=…` has
 * `/category/x/feed.xml`, a search keeps what it asks for, and what is no list has the feed of the whole site.
 */
export function buildFeedPath(pagePath: string, format: FeedFormat = 'rss'): string {
  const file = feedFiles[format];
  const [path = '/', query = ''] = pagePath.split('?', 2);
  if (/^\/(?:category|tag|stock)\/[^/]+$/.test(path)) return `${path}/${file}`;
  const search = path === '/search' ? pickSearch(query) : '';
  return search === '' ? `/${file}` : `/search/${file}?${search}`;
}

/** Without words there is no search. */
function pickSearch(query: string): string {
  const params = new URLSearchParams(query);
  if (!params.get('q')) return '';
  return searchFeedQuery
    .flatMap((name) => {
      const value = params.get(name);
      return value ? [`${name}=${encodeURIComponent(value)}`] : [];
    })
    .join('&');
}
