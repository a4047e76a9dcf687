import { randomBytes } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { changeIdHeader } from '@/lib/live/live-page';

/** A whole page or other document, ready but for the packing. */
export interface RenderedPage {
  status: number;
  body: string | Buffer;
  /** `text/html; charset=utf-8` when absent. */
  contentType?: string;
  lastModified?: Date;
  /** Seconds for which browsers and proxies need not ask again. */
  maxAge?: number;
  /** Absolute address of the page that it is a copy of, for search engines. */
  canonical?: string;
  /** Where it is instead; then there is no body. */
  location?: string;
}

/** Next's own request handler; its promise may stay open after the answer is whole. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

type WriteCallback = (error: Error | null | undefined) => void;

/** Keeps what is written instead of sending it. */
class CapturedResponse extends ServerResponse {
  private readonly chunks: Buffer[] = [];
  private readonly done = Promise.withResolvers<undefined>();

  override write(
    chunk: unknown,
    encoding?: BufferEncoding | WriteCallback,
    callback?: WriteCallback,
  ): boolean {
    this.chunks.push(toBuffer(chunk));
    const after = typeof encoding === 'function' ? encoding : callback;
    if (after) queueMicrotask(() => after(null));
    return true;
  }

  override end(chunk?: unknown): this {
    if (chunk != null && typeof chunk !== 'function') this.chunks.push(toBuffer(chunk));
    this.done.resolve(undefined);
    this.emit('finish');
    this.emit('close');
    return this;
  }

  override flushHeaders(): void {
    // Nothing is sent: headers are read when the page is whole.
  }

  async whole(): Promise<string> {
    await this.done.promise;
    return Buffer.concat(this.chunks).toString('utf8');
  }
}

/**
 * Renders a reader page through Next with a clean request: no cookie and no header of any visitor reaches it, so
 * what comes out is the same for everyone and safe to cache. All scripts of the framework are taken out (reader
 * pages are complete without them); they are known by a nonce that nobody outside this call can guess.
 * `changeId` is the last change that was known before the render: live pages go on from it.
 */
export async function renderPage(
  handle: PageHandler,
  url: string,
  host: string,
  changeId = 0n,
): Promise<RenderedPage> {
  const nonce = randomBytes(18).toString('base64');
  const request = new IncomingMessage(new Socket());
  request.method = 'GET';
  request.url = url;
  request.headers = {
    host,
    accept: 'text/html',
    'content-security-policy': `script-src 'nonce-${nonce}'`,
    [changeIdHeader]: String(changeId),
  };
  request.push(null);
  const response = new CapturedResponse(request);
  // The handler's promise alone says nothing: it can stay open after the answer is whole. Only its failure counts.
  const failed = new Promise<never>((_, reject) => {
    Promise.resolve()
      .then(() => handle(request, response))
      .catch(reject);
  });
  const html = await Promise.race([response.whole(), failed]);
  return { status: response.statusCode, body: stripFrameworkScripts(html, nonce) };
}

function toBuffer(chunk: unknown): Buffer {
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.from(String(chunk));
}

/** Removes every script and script preload that carries the render's nonce. */
export function stripFrameworkScripts(html: string, nonce: string): string {
  const mark = `nonce="${nonce}"`;
  return html
    .replaceAll(/<script\b([^>]*)>[\s\S]*?<\/script>/g, (tag: string, attributes: string) =>
      attributes.includes(mark) ? '' : tag,
    )
    .replaceAll(/<link\b[^>]*>/g, (tag) => (tag.includes(mark) && tag.includes('as="script"') ? '' : tag))
    .replaceAll(` ${mark}`, '');
}
