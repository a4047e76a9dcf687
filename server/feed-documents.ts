import { type FeedScope, findStockName, listFeedArticles } from '@/lib/articles/feed-article-store';
import { findCategory } from '@/lib/articles/article-store';
import { getConfig } from '@/lib/config/config';
import { locales } from '@/lib/i18n/locales';
import { buildSearchPath, parseSearchAddress } from '@/lib/search/search-address';
import { searchPublishedArticles } from '@/lib/search/search-store';
import { buildCategoryPath, buildTagPath } from '@/lib/sharing/build-absolute-url';
import {
  type FeedFormat,
  feedFiles,
  feedFormats,
  feedTypes,
  searchFeedQuery,
} from '@/lib/sharing/build-feed-path';
import { buildFeed, type FeedSubject } from '@/lib/syndication/build-feed';
import type { Feed } from '@/lib/syndication/feed';
import { writeAtom } from '@/lib/syndication/write-atom';
import { writeJsonFeed } from '@/lib/syndication/write-json-feed';
import { writeRss } from '@/lib/syndication/write-rss';
import type { DocumentRequest, DocumentRoute } from './documents';

/** The most that a search gives at once: its feed has no more. */
const mostFound = 100;

/** A list that has feeds. */
interface FeedList {
  subject: FeedSubject;
  scope: FeedScope;
  pagePath: string;
  /** Whether the list exists without a single story. */
  mayBeEmpty: boolean;
}

type Groups = DocumentRequest['groups'];
type FindList = (groups: Groups, query: URLSearchParams) => Promise<FeedList | undefined> | FeedList;

const lists: { folder: string; query?: readonly string[]; find: FindList }[] = [
  { folder: '', find: findSite },
  { folder: 'search/', query: searchFeedQuery, find: findSearchList },
  { folder: 'category/(?<slug>[^/]+)/', find: findCategoryList },
  { folder: 'tag/(?<name>[^/]+)/', find: findTagList },
  { folder: 'stock/(?<market>\\d{1,4})\\.(?<code>[A-Za-z0-9_-]{1,20})/', find: findStockList },
];

const writers: Record<FeedFormat, (feed: Feed) => string> = {
  rss: writeRss,
  atom: writeAtom,
  json: writeJsonFeed,
};

/** RSS, Atom and JSON Feed of the site, of each category, tag, stock and search. An unknown list is the resolver's business. */
export const feedDocuments: DocumentRoute[] = [
  ...lists.flatMap(({ folder, query: read = [], find }) =>
    feedFormats.map((format) => ({
      pattern: new RegExp(`^/${folder}${feedFiles[format]}$`),
      query: read,
      render: async ({ groups, query }: DocumentRequest) => {
        const list = await find(groups, query);
        return list && renderFeed(list, format);
      },
    })),
  ),
  {
    // Feeds have no language versions.
    pattern: new RegExp(
      `^/(?:${locales.join('|')})(?<path>/(?:.+/)?(?:${Object.values(feedFiles).join('|')}))$`,
    ),
    query: searchFeedQuery,
    render: ({ groups, query }) => Promise.resolve({ location: spellPath(groups.path ?? '/', query) }),
  },
];

function spellPath(path: string, query: URLSearchParams): string {
  return path.split('/').map(encodeURIComponent).join('/') + (query.size > 0 ? `?${query.toString()}` : '');
}

/** Undefined for a list that nothing but its stories makes known, when it has none. */
async function renderFeed({ subject, scope, pagePath, mayBeEmpty }: FeedList, format: FeedFormat) {
  const { articles, modifiedAt } = await listFeedArticles(scope);
  if (articles.length === 0 && !mayBeEmpty) return undefined;
  return {
    contentType: `${feedTypes[format]}; charset=utf-8`,
    body: writers[format](buildFeed(getConfig(), subject, pagePath, articles)),
    ...(modifiedAt && { lastModified: modifiedAt }),
  };
}

function findSite(): FeedList {
  return { subject: { kind: 'site' }, scope: { kind: 'site' }, pagePath: '/', mayBeEmpty: true };
}

async function findCategoryList({ slug = '' }: Groups): Promise<FeedList | undefined> {
  const category = await findCategory(slug);
  return (
    category && {
      subject: { kind: 'category', name: category.name },
      scope: { kind: 'category', slug },
      pagePath: buildCategoryPath(slug),
      mayBeEmpty: true,
    }
  );
}

function findTagList({ name = '' }: Groups): FeedList {
  return {
    subject: { kind: 'tag', name },
    scope: { kind: 'tag', name },
    pagePath: buildTagPath(name),
    mayBeEmpty: false,
  };
}

async function findStockList({ market = '', code = '' }: Groups): Promise<FeedList | undefined> {
  const name = await findStockName(market, code);
  if (name === undefined) return undefined;
  return {
    subject: { kind: 'stock', name: `${name} ${code}` },
    scope: { kind: 'stock', market, code },
    pagePath: `/stock/${market}.${code}`,
    mayBeEmpty: false,
  };
}

/** Newest first, whatever order the page has; a search without results today is worth following, too. */
async function findSearchList(_groups: Groups, query: URLSearchParams): Promise<FeedList | undefined> {
  const { q, category, stock, from, to } = parseSearchAddress(Object.fromEntries(query));
  const name = q.trim();
  if (name === '') return undefined;
  const filters = { category, stock, from, to };
  const found = await searchPublishedArticles({ query: q, ...filters, order: 'newest', limit: mostFound });
  return {
    subject: { kind: 'search', name },
    scope: { kind: 'slugs', slugs: found.items.map(({ slug }) => slug) },
    pagePath: buildSearchPath({ q, ...filters }),
    mayBeEmpty: true,
  };
}
