import { buildPost } from '../support/build-post';
import { importPost } from '../support/import-post';
import { messages } from '../support/messages';
import { signIn } from '../support/sign-in';
import { expect, test } from '../support/test';

const t = messages.admin;

test('an article is withdrawn, published, deleted and brought back; readers see each step at once', async ({
  page,
}) => {
  const post = buildPost({ title: '编辑流程测试文章' });
  await signIn(page.request);
  await importPost(page.request, post);
  const status = async () => (await page.request.get(`/articles/${post.slug}`)).status();
  await expect.poll(status).toBe(200);
  await page.goto(`/admin/articles?search=${encodeURIComponent(post.title)}`);
  const row = page.getByRole('row').filter({ hasText: post.title });
  const steps = [
    ['withdraw', 410],
    ['publish', 200],
    ['delete', 410],
    ['restore', 200],
  ] as const;
  for (const [action, expected] of steps) {
    await row.getByRole('button', { name: new RegExp(`^${t.actions[action]}`) }).click();
    await expect.poll(status).toBe(expected);
  }
});

test('a page that a reader has open before a correction shows it at the next look', async ({ page }) => {
  await signIn(page.request);
  const post = buildPost();
  await importPost(page.request, post);
  await page.goto(`/articles/${post.slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(post.title);
  await importPost(page.request, { name: post.name, text: post.text.replaceAll(post.title, '更正后的标题') });
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('更正后的标题', { timeout: 200 });
  }).toPass();
});
