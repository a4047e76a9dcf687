import { isLocale, type Locale } from '@/lib/i18n/locales';
import { buildStockId, parseStockAddress } from '@/lib/stocks/stock-code';

/** What a reader's address asks for. */
export type ReaderAddress =
  /** A page of ours; `internal` is the path under `app/[locale]`, with the query that the page reads. */
  | { kind: 'page'; locale: Locale; internal: string }
  /** The same page under its proper address. */
  | { kind: 'redirect'; location: string }
  /** None of ours: the resolver decides. `path` is without the language, with its query. */
  | { kind: 'other'; locale: Locale; path: string };

/** Longest value of a query parameter that reaches a page. */
const longestValue = 200;

/** The reader pages and the query parameters that each of them reads, in the order they have in a cache key. */
const readerPages: { pattern: RegExp; query: string[] }[] = [
  { pattern: /^\/(?:category|archive|saved|offline)?$/, query: [] },
  { pattern: /^\/articles\/[^/]+(?:\/changes)?$/, query: [] },
  { pattern: /^\/(?:category|tag|stock)\/[^/]+$/, query: ['before'] },
  { pattern: /^\/archive\/\d{4}(?:\/\d{2})?$/, query: [] },
  { pattern: /^\/archive\/\d{4}\/\d{2}\/\d{2}$/, query: ['at', 'before'] },
  { pattern: /^\/search$/, query: ['q', 'order', 'category', 'from', 'to', 'stock', 'before'] },
];

/**
 * Reads an address. The default language has no prefix; with it, an address leads to the one without. Query
 * parameters that no page reads are ignored, so that they cannot fill the cache with copies.
 */
export function parseReaderAddress(url: URL, defaultLocale: Locale): ReaderAddress {
  const { locale, path } = splitLocale(url.pathname, defaultLocale);
  if (locale === defaultLocale && path !== url.pathname)
    return { kind: 'redirect', location: path.replace(/^\/{2,}/, '/') + url.search };
  const page = readerPages.find(({ pattern }) => pattern.test(path));
  const spelled = page && respell(path);
  const stock = spelled && findStockPath(spelled);
  if (stock !== undefined && stock !== spelled) {
    const prefix = locale === defaultLocale ? '' : `/${locale}`;
    return { kind: 'redirect', location: prefix + stock + pickQuery(url.searchParams, page?.query ?? []) };
  }
  if (spelled === undefined) return { kind: 'other', locale, path: path + url.search };
  const query = pickQuery(url.searchParams, page?.query ?? []);
  return { kind: 'page', locale, internal: `/${locale}${spelled === '/' ? '' : spelled}${query}` };
}

/**
 * The named query parameters in that order, each once, cut to 200 characters, empty ones left out; with its `?`, or
 * nothing.
 */
export function pickQuery(params: URLSearchParams, names: readonly string[]): string {
  const pairs = names.flatMap((name) => {
    const value = (params.get(name) ?? '').slice(0, longestValue).toWellFormed();
    return value === '' ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** The proper path of a stock's page, however its code is written: `/stock/600160.SH` → `/stock/1.600160`. */
function findStockPath(path: string): string | undefined {
  const segment = /^\/stock\/([^/]+)$/.exec(path)?.[1];
  const stock = segment === undefined ? undefined : parseStockAddress(decodeURIComponent(segment));
  return stock && `/stock/${buildStockId(stock)}`;
}

/** One spelling of an address that can be escaped in many ways; undefined when it is not text. */
export function respell(path: string): string | undefined {
  try {
    const segments = path.split('/').map(decodeURIComponent);
    // PostgreSQL's text knows no NUL, and no title has control characters.
    return segments.some((segment) => /\p{Cc}/u.test(segment))
      ? undefined
      : segments.map(encodeURIComponent).join('/');
  } catch {
    return undefined;
  }
}

function splitLocale(pathname: string, defaultLocale: Locale): { locale: Locale; path: string } {
  const [, first = '', rest = ''] = /^\/([^/]*)(.*)$/s.exec(pathname) ?? [];
  return isLocale(first) ? { locale: first, path: rest || '/' } : { locale: defaultLocale, path: pathname };
}
