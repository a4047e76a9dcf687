import { expect, type APIRequestContext, type Page } from '@playwright/test';
import type { buildPost } from './build-post';

type Post = ReturnType<typeof buildPost>;

/** Imports a post as an editor does; the request context must be signed in. */
export async function publish(request: APIRequestContext, post: Pick<Post, 'name' | 'text'>): Promise<void> {
  const files = { name: post.name, mimeType: 'text/markdown', buffer: Buffer.from(post.text) };
  const answer = await request.post('/api/imports', { multipart: { files } });
  expect(answer.status()).toBe(202);
}

/** Withdraws a story or publishes it again. */
export async function act(
  request: APIRequestContext,
  slug: string,
  action: 'withdraw' | 'publish',
  origin: string,
) {
  const answer = await request.post(`/api/admin/articles/${slug}`, { data: { action }, headers: { origin } });
  expect(answer.status()).toBe(200);
}

/** Opens a page and waits until it hears of changes. */
export async function openLive(page: Page, path: string): Promise<void> {
  const listening = page.waitForResponse((response) => response.url().includes('/api/live'));
  await page.goto(path);
  await listening;
}

/** The line that says what is new. */
export function liveLine(page: Page) {
  return page.locator('[data-live-show]');
}

/** Pretends that another tab was brought to the front, or this one again. */
export async function setVisible(page: Page, isVisible: boolean): Promise<void> {
  await page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    },
    isVisible ? 'visible' : 'hidden',
  );
}
