import { findSlug } from '../stories/story-summary';

/**
 * How the worker serves a request: `story` and `page` from the network, else a copy; `fixed` (its name changes with its
 * content) from a copy, else the network; `asset` and `picture` from the network, else a copy; `none`: it keeps out.
 */
export type RequestKind = 'story' | 'page' | 'fixed' | 'asset' | 'picture' | 'none';

export interface RequestFacts {
  method: string;
  /** `navigate` for pages. */
  mode: string;
  url: URL;
  /** Origin of the portal. */
  origin: string;
  accept: string;
}

/** Editors' pages, the API and its event streams never pass through the worker. */
const closed = /^\/(?:admin|api)(?:\/|$)/;

export function classifyRequest({ method, mode, url, origin, accept }: RequestFacts): RequestKind {
  const { pathname } = url;
  if (method !== 'GET' || url.origin !== origin || closed.test(pathname)) return 'none';
  if (accept.includes('text/event-stream')) return 'none';
  if (mode === 'navigate') return findSlug(pathname) === undefined ? 'page' : 'story';
  if (pathname.startsWith('/_next/static/')) return 'fixed';
  if (pathname.startsWith('/assets/')) return 'asset';
  return pathname.startsWith('/images/') ? 'picture' : 'none';
}
