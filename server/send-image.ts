import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ImageStore, isImageName } from '@/lib/images/image-store';

/** The picture of the store that a path asks for; undefined for every other path. */
export function findImageName(pathname: string): string | undefined {
  const name = /^\/images\/([^/]+)$/.exec(pathname)?.[1] ?? '';
  return isImageName(name) ? name : undefined;
}

/** Answers with a picture of the store, which browsers and proxies may keep for ever, as its name tells its content. */
export async function sendImage(
  store: ImageStore,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const etag = `"${name.slice(0, 64)}"`;
  if (request.headers['if-none-match']?.includes(etag)) return send(response, 304, etag);
  const content = await store.get(name);
  if (!content) return sendMissing(response);
  response.setHeader('Content-Type', 'image/webp');
  response.setHeader('Content-Length', content.length);
  send(response, 200, etag, request.method === 'HEAD' ? undefined : content);
}

function send(response: ServerResponse, status: 200 | 304, etag: string, content?: Buffer): void {
  response.statusCode = status;
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  response.end(content);
}

function sendMissing(response: ServerResponse): void {
  response.statusCode = 404;
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end('Not Found\n');
}
