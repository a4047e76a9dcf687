import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseEncoding } from './pack-body';
import type { CachedPage } from './page-cache';

/** `maxAge` of what never changes under its address: a year, in seconds. */
export const forever = 365 * 24 * 3600;

/** Answers with a finished page, packed as the browser takes it, or with 304 where it has the same already. */
export function sendPage(request: IncomingMessage, response: ServerResponse, page: CachedPage): void {
  response.setHeader('Cache-Control', describeCaching(page));
  if (page.packed) response.appendHeader('Vary', 'Accept-Encoding');
  if (page.canonical !== undefined) response.setHeader('Link', `<${page.canonical}>; rel="canonical"`);
  if (page.status === 200) {
    response.setHeader('ETag', page.etag);
    if (page.lastModified) response.setHeader('Last-Modified', page.lastModified.toUTCString());
    if (isUnchanged(request, page)) {
      response.statusCode = 304;
      response.end();
      return;
    }
  }
  const encoding = page.packed && chooseEncoding(request.headers['accept-encoding']);
  const body = (encoding && page.packed?.[encoding]) ?? page.body;
  if (encoding) response.setHeader('Content-Encoding', encoding);
  response.statusCode = page.status;
  response.setHeader('Content-Type', page.contentType);
  response.setHeader('Content-Length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Pages are always asked for again, mostly answered 304: a story that changed is seen at the next look. */
function describeCaching({ status, maxAge }: CachedPage): string {
  if (status !== 200) return 'no-store';
  return `public, max-age=${maxAge}, ${maxAge === forever ? 'immutable' : 'must-revalidate'}`;
}

/** `If-None-Match` decides where it is sent; `If-Modified-Since` counts whole seconds. Source: RFC 9110, 13.2.2. */
function isUnchanged({ headers }: IncomingMessage, { etag, lastModified }: CachedPage): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags.includes(etag) || tags.trim() === '*';
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return lastModified !== undefined && Math.floor(lastModified.getTime() / 1000) * 1000 <= since;
}
