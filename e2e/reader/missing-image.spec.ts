import type { Page } from '@playwright/test';
import { buildPost } from '../support/build-post';
import { messages } from '../support/messages';
import { signIn } from '../support/sign-in';
import { expect, test } from '../support/test';

/** Imports a post, and waits until readers have it. */
async function publish(page: Page, { slug, name, text }: ReturnType<typeof buildPost>): Promise<void> {
  await signIn(page.request);
  const files = { name, mimeType: 'text/markdown', buffer: Buffer.from(text) };
  const answer = await page.request.post('/api/imports', { multipart: { files } });
  expect(answer.status()).toBe(202);
  await expect.poll(async () => (await page.request.get(`/articles/${slug}`)).status()).toBe(200);
}

test('a picture that does not load says what it shows, and leads to the original', async ({ page }) => {
  const address = 'https://pictures.invalid/gone.jpg';
  const post = buildPost({
    body: `<p>正文。</p><p><img src="${address}" alt="走势图" width="600"></p><p><img src="${address}?2"></p>`,
  });
  await publish(page, post);

  await page.route('https://pictures.invalid/**', (route) => route.abort());
  await page.goto(`/articles/${post.slug}`);
  const boxes = page.locator('.image-missing');
  await expect(boxes).toHaveText([`走势图${messages.reader.imageMissing}`, messages.reader.imageMissing]);
  const link = boxes.first().getByRole('link', { name: messages.reader.imageMissing });
  await expect(link).toHaveAttribute('href', address);
  await expect(page.locator('.article-body img')).toHaveCount(0);
});

test('a picture that loads stays', async ({ page }) => {
  const post = buildPost({
    body: '<p>正文。</p><p><img src="https://pictures.invalid/here.png" alt="图"></p>',
  });
  await publish(page, post);
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  await page.route('https://pictures.invalid/**', (route) =>
    route.fulfill({ contentType: 'image/png', body: Buffer.from(pixel, 'base64') }),
  );
  await page.goto(`/articles/${post.slug}`);
  const image = page.locator('.article-body img');
  await expect(image).toHaveAttribute('loading', 'lazy');
  await expect(image).toHaveAttribute('referrerpolicy', 'no-referrer');
  await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(1);
  await expect(page.locator('.image-missing')).toHaveCount(0);
});
