import type { ArticleSummary } from '@/lib/articles/article';
import { cacheTag, noteCacheTags } from '@/lib/articles/article-cache';
import { buildExcerpt } from '@/lib/articles/article-body/plain-text';
import { type FoundArticle, findPublishedByIds } from '@/lib/articles/found-articles';
import { getConfig } from '@/lib/config/config';
import { getDb } from '@/lib/db/prisma-client';
import { searchSql } from '@/lib/db/sql';
import { AppError } from '@/lib/errors/app-error';
import { hasCode } from '@/lib/errors/has-code';
import type { MeantWord } from './build-conditions';
import { buildSnippet, markHits, type SnippetPart } from './build-snippet';
import { countHits, findHits, type HitRequest } from './find-hits';
import { foldText } from './fold-text';
import { parseSearchQuery, type QueryProblem } from './parse-search-query';
import { buildSearchCursor, parseSearchCursor } from './search-cursor';
import { findNamedStocks, listStocks, type ListedStock } from './stock-directory';

/** What readers search for. */
export interface PublishedSearch {
  query: string;
  /** Slug of a category. */
  category?: string | undefined;
  /** Days in TIME_ZONE, both included: `2022-02-18`. */
  from?: string | undefined;
  to?: string | undefined;
  /** Key (`1.600519`), code, name or initials of a stock. */
  stock?: string | undefined;
  order: 'best' | 'newest';
  before?: string | undefined;
  /** 1 to 100. */
  limit: number;
}

/** An article that was found, with the piece of its text that was searched for. */
export type FoundStory = ArticleSummary & { titleParts: SnippetPart[]; snippet: SnippetPart[] };

export interface SearchResults {
  items: FoundStory[];
  /** Cursor of the next page. */
  next: string | null;
  /** Why the query was not searched for; then there are no items. */
  problem: QueryProblem | null;
  /** How many there are, counted up to `mostCounted`; null on later pages. */
  count: number | null;
  /** A phrase was asked for: some of those counted may have its parts only. */
  isCountRough: boolean;
  /** Stocks that words of the query mean. */
  stocks: ListedStock[];
  /** The one that is filtered by; null also where nobody knows it. */
  filterStock: ListedStock | null;
}

/** Beyond this it is "more than". */
export const mostCounted = 1000;
const snippetLength = 130;

/**
 * Published articles that have all words of a query, in title, digest or text, or name the stock that a word means
 * (code, name, first letters of its pinyin). Newest first, or best first: words in the title before the rest.
 * Throws `cursor-invalid` (400), and `search-too-slow` (503) when it takes over two seconds.
 */
export async function searchPublishedArticles(search: PublishedSearch): Promise<SearchResults> {
  // Any story that comes, changes or goes may be a result.
  noteCacheTags(cacheTag.front());
  const before = search.before === undefined ? undefined : parseSearchCursor(search.before);
  const query = parseSearchQuery(search.query);
  const all = await listStocks();
  const filterStock =
    search.stock === undefined ? null : (findNamedStocks(all, foldText(search.stock))[0] ?? null);
  const nothing = {
    items: [],
    next: null,
    problem: null,
    count: 0,
    isCountRough: false,
    stocks: [],
    filterStock,
  };
  if (query.kind === 'problem') return { ...nothing, problem: query.problem };
  const words = query.words.map((word) => ({ ...word, stocks: findNamedStocks(all, word.folded) }));
  const stocks = [...new Set(words.flatMap((word) => word.stocks))];
  const categoryId = await findCategoryId(search.category);
  if (categoryId === null || (search.stock !== undefined && !filterStock)) return { ...nothing, stocks };
  const { from, to, order, limit } = search;
  const filter = { categoryId, from, to, stock: filterStock?.key, timeZone: getConfig().timeZone };
  const request: HitRequest = { scope: 'published', words, filter, order, before, limit: limit + 1 };
  const [hits, counted] = await reportSlowness(
    Promise.all([
      findHits(searchSql, request),
      before === undefined ? countHits(searchSql, request, mostCounted + 1) : null,
    ]),
  );
  const shown = hits.slice(0, limit);
  const articles = await findPublishedByIds(shown.map(({ id }) => id));
  const phrases = listPhrases(words);
  const last = shown.at(-1);
  return {
    items: shown.flatMap(({ id }) => {
      const article = articles.get(id);
      return article ? [toFoundStory(article, phrases)] : [];
    }),
    next: hits.length > limit && last ? buildSearchCursor(last) : null,
    problem: null,
    // All on one page are counted exactly; of phrases the count may hold some that have their parts only.
    count: before === undefined && hits.length <= limit ? hits.length : counted,
    isCountRough: hits.length > limit && words.some(({ terms }) => terms.length > 1),
    stocks,
    filterStock,
  };
}

/** Says `search-too-slow` where the database gave a search up. */
export async function reportSlowness<T>(search: Promise<T>): Promise<T> {
  try {
    return await search;
  } catch (error) {
    // 57014: PostgreSQL cancelled the statement.
    if (hasCode(error, '57014')) throw new AppError('search-too-slow', {}, 503, { cause: error });
    throw error;
  }
}

/** Undefined: no category asked for. Null: there is no such category. */
export async function findCategoryId(slug: string | undefined): Promise<number | null | undefined> {
  if (slug === undefined) return undefined;
  const category = await getDb().category.findUnique({ where: { slug }, select: { id: true } });
  return category?.id ?? null;
}

function listPhrases(words: readonly MeantWord[]): string[] {
  return words.flatMap(({ folded, stocks }) => [folded, ...stocks.map(({ name }) => foldText(name))]);
}

function toFoundStory({ bodyText, ...summary }: FoundArticle, phrases: string[]): FoundStory {
  const around = buildSnippet(bodyText, phrases, snippetLength);
  const start = summary.digest ?? buildExcerpt(bodyText.slice(0, 1000), snippetLength);
  return {
    ...summary,
    titleParts: markHits(summary.title, phrases),
    snippet: around ?? markHits(start, phrases),
  };
}
