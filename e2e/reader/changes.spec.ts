import type { APIRequestContext } from '@playwright/test';
import { buildPost } from '../support/build-post';
import { listViolations } from '../support/list-violations';
import { messages } from '../support/messages';
import { signIn } from '../support/sign-in';
import { expect, test } from '../support/test';

const t = messages.changes;

async function importText(request: APIRequestContext, name: string, text: string): Promise<void> {
  const response = await request.post('/api/imports', {
    multipart: { files: { name, mimeType: 'text/markdown', buffer: Buffer.from(text) } },
  });
  const { id } = (await response.json()) as { id: string };
  await expect
    .poll(async () => ((await (await request.get(`/api/imports/${id}`)).json()) as { status: string }).status)
    .toBe('done');
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const [prefix, show] of [
    ['', '查看改动'],
    ['/zh-TW', '檢視變更'],
    ['/en', 'See what changed'],
  ] as const) {
    test(`a reader sees that a story changed, and what, ${prefix || '/zh-CN'}`, async ({
      page,
      playwright,
      baseURL,
    }) => {
      const editor = await playwright.request.newContext({ baseURL });
      await signIn(editor);
      const post = buildPost({ body: '<p>净利润为2.1亿元，同比增长。</p>\n<p>第二段没有变。</p>' });
      await importText(editor, post.name, post.text);
      await page.goto(`${prefix}/articles/${post.slug}`);
      await expect(page.getByRole('link', { name: show })).toHaveCount(0);
      await expect(page.locator('meta[property="article:modified_time"]')).toHaveCount(0);

      await importText(
        editor,
        post.name,
        post.text.replace('2.1亿元', '2.4亿元').replace('"端到端', '"更正：端到端'),
      );
      await expect(async () => {
        await page.goto(`${prefix}/articles/${post.slug}`);
        await expect(page.locator('meta[property="article:modified_time"]')).toHaveCount(1, { timeout: 200 });
      }).toPass();
      const data: unknown = JSON.parse(
        String(await page.locator('script[type="application/ld+json"]').first().textContent()),
      );
      expect(data).toMatchObject({ dateModified: expect.stringMatching(/^20.*\+08:00$/) });
      await page.getByRole('link', { name: show }).click();
      await expect(page).toHaveURL(new RegExp(`${prefix}/articles/${post.slug}/changes$`));
      await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
      await expect(page.locator('ins', { hasText: '更正' })).toBeVisible();
      await expect(page.locator('del', { hasText: '1' }).first()).toBeVisible();
      // What an editor hides stays hidden, on this page as well.
      const act = (action: string) => editor.post(`/api/admin/articles/${post.slug}`, { data: { action } });
      expect((await act('withdraw')).status()).toBe(200);
      await expect
        .poll(async () => (await page.goto(`${prefix}/articles/${post.slug}/changes`))?.status())
        .toBeGreaterThanOrEqual(404);
      expect((await act('publish')).status()).toBe(200);
      await expect
        .poll(async () => (await page.goto(`${prefix}/articles/${post.slug}/changes`))?.status())
        .toBe(200);
      await expect(page.locator('main del')).toHaveCount(0);
      await editor.dispose();
    });
  }
});

test('a story that never changed says so', async ({ page }) => {
  await page.goto('/articles/NW202611212481736095/changes');
  await expect(page.getByText(t.none)).toBeVisible();
  await page.getByRole('link', { name: t.back }).click();
  await expect(page).toHaveURL(/NW202611212481736095$/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the page of changes is accessible, ${colorScheme}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, colorScheme, bypassCSP: true });
    const page = await context.newPage();
    await signIn(context.request);
    const post = buildPost({ body: '<p>净利润为2.1亿元，同比增长。</p>' });
    await importText(context.request, post.name, post.text);
    await importText(context.request, post.name, post.text.replace('2.1亿元', '2.4亿元'));
    await expect(async () => {
      await page.goto(`/articles/${post.slug}/changes`);
      await expect(page.locator('main ins').first()).toBeVisible({ timeout: 200 });
    }).toPass();
    expect(await listViolations(page)).toEqual([]);
    await context.close();
  });
}
