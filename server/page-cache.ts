import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { collectCacheTags } from '@/lib/articles/article-cache';
import type { RenderedPage } from './render-page';

const compress = promisify(gzip);

/** A finished page, ready to be sent as it is. */
export interface CachedPage {
  status: number;
  body: Buffer;
  gzipped: Buffer;
  etag: string;
}

interface Entry {
  page: CachedPage;
  tags: Set<string>;
  /** Set by the change event: rendered anew on the next visit, and still good while the database is away. */
  isStale: boolean;
}

/**
 * Finished reader pages by address, the least recently read dropped first. One render at a time for an address;
 * the change event marks pages stale by tag. When a render fails, a stale page is better than none.
 */
export class PageCache {
  private readonly entries = new Map<string, Entry>();
  private readonly rendering = new Map<string, Promise<CachedPage>>();
  private bytes = 0;
  /** Grows with every invalidation: a render that began before one must not be kept as fresh. */
  private generation = 0;

  constructor(private readonly maxBytes: number) {}

  /** The page of an address, from memory if fresh. Pages with a status of 500 and above are never kept. */
  async get(address: string, render: () => Promise<RenderedPage>): Promise<CachedPage> {
    const entry = this.entries.get(address);
    if (entry && !entry.isStale) {
      this.touch(address, entry);
      return entry.page;
    }
    const fresh = await this.renderOnce(address, render).catch((error: unknown) => {
      if (entry) return entry.page;
      throw error;
    });
    return fresh.status >= 500 && entry ? entry.page : fresh;
  }

  /** Marks every page stale that depends on one of the tags. */
  invalidate(tags: Iterable<string>): void {
    const stale = new Set(tags);
    this.generation += 1;
    for (const entry of this.entries.values()) {
      if (!entry.isStale && !stale.isDisjointFrom(entry.tags)) entry.isStale = true;
    }
  }

  /** Marks everything stale: after a gap in the events, and at midnight, when the date in the masthead changes. */
  invalidateAll(): void {
    this.generation += 1;
    for (const entry of this.entries.values()) entry.isStale = true;
  }

  private renderOnce(address: string, render: () => Promise<RenderedPage>): Promise<CachedPage> {
    const running = this.rendering.get(address);
    if (running) return running;
    const started = this.renderAndKeep(address, render).finally(() => this.rendering.delete(address));
    this.rendering.set(address, started);
    return started;
  }

  private async renderAndKeep(address: string, render: () => Promise<RenderedPage>): Promise<CachedPage> {
    const { generation } = this;
    const { result, tags } = await collectCacheTags(render);
    const page = await finishPage(result);
    if (page.status === 200) this.keep(address, { page, tags, isStale: generation !== this.generation });
    return page;
  }

  private keep(address: string, entry: Entry): void {
    this.drop(address);
    this.entries.set(address, entry);
    this.bytes += sizeOf(entry);
    for (const [oldest] of this.entries) {
      if (this.bytes <= this.maxBytes) break;
      this.drop(oldest);
    }
  }

  private drop(address: string): void {
    const entry = this.entries.get(address);
    if (entry) this.bytes -= sizeOf(entry);
    this.entries.delete(address);
  }

  /** A Map remembers insertion order: the first key is the one unread for longest. */
  private touch(address: string, entry: Entry): void {
    this.entries.delete(address);
    this.entries.set(address, entry);
  }
}

function sizeOf({ page }: Entry): number {
  return page.body.length + page.gzipped.length + 1000;
}

/** Bytes, compressed bytes and entity tag of a rendered page. */
export async function finishPage({ status, html }: RenderedPage): Promise<CachedPage> {
  const body = Buffer.from(html);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { status, body, gzipped: await compress(body, { level: 6 }), etag };
}
