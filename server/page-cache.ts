import { createHash } from 'node:crypto';
import { cacheTag, collectCacheTags } from '@/lib/articles/article-cache';
import { ownMemory, packBody, type PackedBody } from './pack-body';
import type { RenderedPage } from './render-page';

/** A finished page, ready to be sent as it is. */
export interface CachedPage {
  status: number;
  contentType: string;
  body: Buffer;
  /** Undefined for what is packed already, as pictures are. */
  packed: PackedBody | undefined;
  etag: string;
  lastModified: Date | undefined;
  maxAge: number;
  canonical: string | undefined;
  location: string | undefined;
}

interface Entry {
  page: CachedPage;
  tags: Set<string>;
  /** Set by the change event: rendered anew on the next visit, and still good while the database is away. */
  isStale: boolean;
}

/** A render under way. */
interface Render {
  page: Promise<CachedPage>;
  /** Every tag that changed since it began: it may have read what was there before. */
  changed: Set<string>;
  /** Set by its end, or at once when everything changed: those who asked after the change need a newer one. */
  isOutdated: boolean;
}

/**
 * Finished reader pages by address, the least recently read dropped first. One render at a time for an address;
 * the change event marks pages stale by tag. When a render fails, a stale page is better than none.
 */
export class PageCache {
  private readonly entries = new Map<string, Entry>();
  private readonly rendering = new Map<string, Render>();
  private bytes = 0;

  constructor(private readonly maxBytes: number) {}

  /** The page of an address, from memory if fresh. Only pages of status 200 are kept. */
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
    for (const { changed } of this.rendering.values()) for (const tag of stale) changed.add(tag);
    for (const entry of this.entries.values()) {
      if (!entry.isStale && !stale.isDisjointFrom(entry.tags)) entry.isStale = true;
    }
  }

  /** Marks everything stale: after a gap in the events, and at midnight, when the date in the masthead changes. */
  invalidateAll(): void {
    for (const render of this.rendering.values()) render.isOutdated = true;
    for (const entry of this.entries.values()) entry.isStale = true;
  }

  private async renderOnce(address: string, render: () => Promise<RenderedPage>): Promise<CachedPage> {
    const running = this.rendering.get(address);
    if (!running) return this.start(address, render).page;
    const page = await running.page;
    if (!running.isOutdated) return page;
    return (this.rendering.get(address) ?? this.start(address, render)).page;
  }

  private start(address: string, render: () => Promise<RenderedPage>): Render {
    const changed = new Set<string>();
    const started: Render = {
      changed,
      isOutdated: false,
      page: Promise.resolve().then(() => this.finish(address, started, render)),
    };
    this.rendering.set(address, started);
    return started;
  }

  private async finish(
    address: string,
    started: Render,
    render: () => Promise<RenderedPage>,
  ): Promise<CachedPage> {
    try {
      const { result, tags } = await collectCacheTags(render);
      const page = await finishPage(result);
      if (!tags.isDisjointFrom(started.changed) || tags.has(cacheTag.passing())) started.isOutdated = true;
      if (page.status === 200) this.keep(address, { page, tags, isStale: started.isOutdated });
      // What is gone must not come back when the database is away.
      else if (page.status < 500) this.drop(address);
      return page;
    } finally {
      this.rendering.delete(address);
    }
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
  const { br, gzip } = page.packed ?? {};
  return page.body.length + (br?.length ?? 0) + (gzip?.length ?? 0) + 1000;
}

/**
 * Bytes, packed bytes and entity tag of a rendered page or document. `lasting`: it is made once and packed as small as
 * can be.
 */
export async function finishPage(page: RenderedPage, lasting = false): Promise<CachedPage> {
  const { status, contentType = 'text/html; charset=utf-8', lastModified, maxAge = 0 } = page;
  const { canonical, location } = page;
  const body = ownMemory(Buffer.from(page.body));
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const isPicture = contentType.startsWith('image/') && !contentType.startsWith('image/svg');
  const packed = isPicture ? undefined : await packBody(body, lasting);
  return { status, contentType, body, packed, etag, lastModified, maxAge, canonical, location };
}
