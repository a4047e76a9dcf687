import { cardRoutes } from './card-documents';
import { discoveryDocuments } from './discovery-documents';
import { feedDocuments } from './feed-documents';
import { oembedRoute } from './oembed-document';
import { pickQuery, respell } from './reader-address';
import { sitemapDocuments } from './sitemap-documents';
import { suggestionRoute } from './suggestion-route';

/** A file that the portal makes when it is asked for: a feed, a sitemap, a card, suggestions. */
export interface Document {
  /** 200 when absent; others are sent as they are and not kept. */
  status?: number;
  contentType: string;
  body: string | Buffer;
  lastModified?: Date;
  /** Seconds for which browsers and proxies need not ask again; 0 when absent. */
  maxAge?: number;
  /** The page that search engines should take for the original of it; absolute. */
  canonical?: string;
}

/** How the documents of one kind are found and made. */
export interface DocumentRoute {
  /** Of the path, percent-encoded in one spelling. Named groups come decoded to `render`. */
  pattern: RegExp;
  /** Query parameters that it reads. */
  query: readonly string[];
  /** The document; a redirect to another path of ours; undefined where there is none (then the resolver decides). */
  render: (request: DocumentRequest) => Promise<Document | { location: string } | undefined>;
}

export interface DocumentRequest {
  groups: Partial<Record<string, string>>;
  query: URLSearchParams;
}

/** Every kind of document. Queries inside `render` note the cache tags by which the page cache renews it. */
const documentRoutes: readonly DocumentRoute[] = [
  ...feedDocuments,
  ...sitemapDocuments,
  ...discoveryDocuments,
  ...cardRoutes,
  oembedRoute,
  suggestionRoute,
];

/** A document that an address asks for, not made yet. */
export interface DocumentAddress {
  /** Its key in the page cache. */
  key: string;
  render: () => Promise<Document | { location: string } | undefined>;
}

/** Finds what makes the document of an address; undefined where the address is none's. */
export function findDocument(
  url: URL,
  routes: readonly DocumentRoute[] = documentRoutes,
): DocumentAddress | undefined {
  const path = respell(url.pathname);
  if (path === undefined) return undefined;
  for (const route of routes) {
    const match = route.pattern.exec(path);
    if (!match) continue;
    const query = pickQuery(url.searchParams, route.query);
    const groups = Object.entries<string | undefined>(match.groups ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, decodeURIComponent(value)]],
    );
    const request: DocumentRequest = {
      groups: Object.fromEntries(groups) as Record<string, string>,
      query: new URLSearchParams(query),
    };
    return { key: path + query, render: () => route.render(request) };
  }
  return undefined;
}
