import { isLocale, type Locale } from '@/lib/i18n/locales';

/** What a reader's address asks for. */
export type ReaderAddress =
  /** A page of ours; `internal` is the path under `app/[locale]`, with the query that the page reads. */
  | { kind: 'page'; locale: Locale; internal: string }
  /** The same page under its proper address. */
  | { kind: 'redirect'; location: string }
  /** None of ours: the resolver decides. `path` is without the language, with its query. */
  | { kind: 'other'; locale: Locale; path: string };

const pagePattern = /^\/(?:category(?:\/[^/]+)?|articles\/[^/]+|tag\/[^/]+)?$/;
/** Pages that read `?before=`. */
const listPattern = /^\/(?:category|tag)\/./;

/**
 * Reads an address. The default language has no prefix; with it, an address leads to the one without. Query
 * parameters that no page reads are ignored, so that they cannot fill the cache with copies.
 */
export function parseReaderAddress(url: URL, defaultLocale: Locale): ReaderAddress {
  const { locale, path } = splitLocale(url.pathname, defaultLocale);
  if (locale === defaultLocale && path !== url.pathname)
    return { kind: 'redirect', location: path.replace(/^\/{2,}/, '/') + url.search };
  const page = pagePattern.test(path) ? respell(path) : undefined;
  if (page === undefined) return { kind: 'other', locale, path: path + url.search };
  const before = listPattern.test(path) ? url.searchParams.get('before') : null;
  const query = before === null ? '' : `?before=${encodeURIComponent(before.slice(0, 40).toWellFormed())}`;
  return { kind: 'page', locale, internal: `/${locale}${page === '/' ? '' : page}${query}` };
}

/** One spelling of an address that can be escaped in many ways; undefined when it is not text. */
function respell(path: string): string | undefined {
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
