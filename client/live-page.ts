import type { LiveEvent } from '@/lib/live/live-event';
import type { LiveLine } from './live-line';

/** A page that must look at itself anew does so once in this time, each reader at another moment. */
const lookMs = 15_000;
const spreadMs = 1500;
/** Another instance may answer, which hears of a change a moment later. */
const freshTries = 8;
const freshMs = 300;

/** Keeps account of what is new, changed or gone on a list or a story, against what the page shows. */
export class LivePage {
  private readonly fresh = new Set<string>();
  private readonly touched = new Set<string>();
  private isGone = false;
  private lastId = 0;
  private lookedAt = -lookMs;
  private lookTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly main: HTMLElement,
    private readonly line: LiveLine,
  ) {
    line.onShow = () => this.show();
  }

  take(event: LiveEvent): void {
    this.lastId = event.id;
    const { liveArticle, liveLook } = this.main.dataset;
    const link = this.findLink(this.main, event.slug);
    if (liveArticle !== undefined) this.takeOwn(event, liveArticle);
    else if (event.kind === 'removed') this.takeRemoved(event.slug, link);
    else if (link) this.touch(event.slug, event.kind === 'changed' || this.touched.has(event.slug));
    else if (liveLook !== undefined) return this.look();
    // One that only changed and is not shown has no room here.
    else if (event.kind === 'published' && this.hasRoomFor(event)) this.fresh.add(event.slug);
    this.say();
  }

  /** Nobody says what is new: the page as it is now is compared with what is shown. */
  look(): void {
    if (this.lookTimer !== undefined) return;
    const wait = Math.max(this.lookedAt + lookMs - performance.now(), 0) + Math.random() * spreadMs;
    this.lookTimer = setTimeout(() => {
      this.lookTimer = undefined;
      this.lookedAt = performance.now();
      // Without an answer the next look tells.
      void this.compare().catch(() => undefined);
    }, wait);
  }

  private takeOwn({ slug, kind }: LiveEvent, own: string): void {
    if (slug !== own) return;
    this.isGone = kind === 'removed';
    this.touched.add(slug);
  }

  private takeRemoved(slug: string, link: Element | null): void {
    this.fresh.delete(slug);
    link?.classList.add('is-gone');
    if (link) this.touched.add(slug);
  }

  private touch(slug: string, isChanged: boolean): void {
    if (isChanged) this.touched.add(slug);
  }

  /** A list that is full shows nothing older than its last story; a category on the front page has a list of its own. */
  private hasRoomFor({ publishedAt, category }: LiveEvent): boolean {
    const at = Date.parse(publishedAt ?? '');
    if (at >= Number(this.main.dataset['liveFloor'] ?? -Infinity)) return true;
    if (!category || !this.main.querySelector('[data-live-block]')) return false;
    const block = this.main.querySelector<HTMLElement>(`[data-live-block="${CSS.escape(category.slug)}"]`);
    return at >= Number(block?.dataset['liveFloor'] ?? -Infinity);
  }

  private findLink(within: ParentNode, slug: string): Element | null {
    return within.querySelector(`a.story-link[href$="/articles/${encodeURIComponent(slug)}"]`);
  }

  private async compare(): Promise<void> {
    const { status, main } = await this.fetchPage();
    const own = this.main.dataset['liveArticle'];
    if (own !== undefined) {
      this.isGone = status === 404 || status === 410;
      if (this.isGone || (main && readStory(main) !== readStory(this.main))) this.touched.add(own);
    } else {
      for (const link of main?.querySelectorAll('a.story-link') ?? []) this.compareLink(link);
    }
    this.say();
  }

  private compareLink(link: Element): void {
    const slug = decodeURIComponent(/[^/]*$/.exec(link.getAttribute('href') ?? '')?.[0] ?? '');
    const here = this.findLink(this.main, slug);
    if (!here) this.fresh.add(slug);
    else if (here.textContent !== link.textContent) this.touched.add(slug);
  }

  private say(): void {
    const { fresh, touched } = this;
    if (fresh.size > 0) return this.line.say(fresh.size === 1 ? 'one' : 'many', fresh.size);
    if (this.isGone) return this.line.say('gone', 1);
    this.line.say(touched.size === 1 ? 'changed' : 'changedMany', touched.size);
  }

  /** Brings the page as it is now; true unless it cannot be had. */
  private async show(): Promise<boolean> {
    for (let tries = 0; tries < freshTries; tries += 1) {
      const answer = await this.fetchPage().catch(() => undefined);
      if (!answer || answer.status >= 500) return false;
      if (!answer.main || Number(answer.main.dataset['liveSince']) >= this.lastId) break;
      await new Promise((resolve) => setTimeout(resolve, freshMs));
    }
    // New stories stand at the top; what only changed is read where it is.
    if (this.fresh.size > 0) location.replace(location.pathname + location.search);
    else location.reload();
    return true;
  }

  private async fetchPage(): Promise<{ status: number; main: HTMLElement | null }> {
    const response = await fetch(location.pathname + location.search);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    return { status: response.status, main: page.querySelector<HTMLElement>('[data-live-topics]') };
  }
}

/** Title and text, without what scripts put in place of pictures. */
function readStory(main: HTMLElement): string {
  const body = main.querySelector('.article-body')?.cloneNode(true);
  if (body instanceof Element) for (const box of body.querySelectorAll('.image-missing')) box.remove();
  return `${main.querySelector('h1')?.textContent ?? ''}\n${body?.textContent ?? ''}`;
}
