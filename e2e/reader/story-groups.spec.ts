import type { APIRequestContext } from '@playwright/test';
import en from '@/content/messages/en.json' with { type: 'json' };
import { buildPost } from '../support/build-post';
import { listViolations } from '../support/list-violations';
import { messages } from '../support/messages';
import { signIn } from '../support/sign-in';
import { expect, test } from '../support/test';

const { groups: t, admin } = messages;
const text = `<p>青浦湾港务集团周四宣布，新建的四号码头将于下月投入使用，年吞吐能力增加120万标准箱。</p>
<p>项目总投资36.8亿元，其中地方财政出资9亿元，其余由银团贷款解决，建设历时26个月。</p>`;

/** Imports a story as three outlets told it on one day; the newest last. Gives their slugs and titles. */
async function importCopies(request: APIRequestContext, day: string, mark: string) {
  const posts = ['一', '二', '三'].map((name, at) => {
    const post = buildPost({
      title: `${mark}码头下月启用 年增120万标准箱${'！'.repeat(at)}`,
      body: `${mark}社讯：${text}`,
      outlet: `${mark}${name}报`,
      date: `${day} 0${at + 7}:00:00`,
    });
    return { ...post, text: post.text.replace('duanceribao', `${post.id}bao`) };
  });
  for (const { name, text: content } of posts) {
    const response = await request.post('/api/imports', {
      multipart: { files: { name, mimeType: 'text/markdown', buffer: Buffer.from(content) } },
    });
    const { id } = (await response.json()) as { id: string };
    await expect
      .poll(
        async () => ((await (await request.get(`/api/imports/${id}`)).json()) as { status: string }).status,
      )
      .toBe('done');
  }
  return posts;
}

test.describe('one story of three outlets', () => {
  test.use({ javaScriptEnabled: false });

  test('is one line of a list with all outlets in it, in three languages and without script', async ({
    page,
    playwright,
    baseURL,
  }) => {
    const request = await playwright.request.newContext({ baseURL });
    await signIn(request);
    const posts = await importCopies(request, '2026-11-22', '甲');
    const newest = posts[2]!;
    for (const [prefix, more] of [
      ['', '+2 家媒体'],
      ['/zh-TW', '+2 家媒體'],
      ['/en', '+2 outlets'],
    ] as const) {
      // By its address: in Traditional Chinese the title is another.
      const row = page
        .locator('main article, main li')
        .filter({ has: page.locator(`a.story-link[href$="/articles/${newest.slug}"]`) })
        .first();
      await expect(async () => {
        await page.goto(`${prefix}/`);
        await expect(row.getByText(more)).toBeVisible({ timeout: 200 });
      }).toPass();
      // The others stand in no row of the stream: only inside this one.
      await row.getByText(more).click();
      for (const { slug } of posts.slice(0, 2))
        await expect(row.locator(`details a[href$="/articles/${slug}"]`)).toBeVisible();
      await row.locator(`details a[href$="/articles/${posts[0]!.slug}"]`).click();
      await expect(page).toHaveURL(new RegExp(`${prefix}/articles/${posts[0]!.slug}$`));
      await expect(page.locator('section[aria-labelledby="other-outlets"] > ul > li')).toHaveCount(2);
    }
    // Who came for the minute of another outlet's report finds it open in the row.
    await page.goto('/archive/2026/11/22?at=07:00');
    await expect(page.locator(`details a[href$="/articles/${posts[0]!.slug}"]`)).toBeVisible();
    await request.dispose();
  });
});

test('the article page says why, an editor takes a story out, puts it back and joins it by its address', async ({
  page,
}) => {
  await signIn(page.request);
  const [first, second, third] = await importCopies(page.request, '2023-06-01', '乙');
  const section = page.locator('section[aria-labelledby="other-outlets"]');
  await expect(async () => {
    await page.goto(`/en/articles/${first!.slug}`);
    await expect(section).toContainText(en.groups.title, { timeout: 200 });
  }).toPass();
  await section.getByText(en.groups.why).click();
  await expect(section.getByText(/\d+% of the text is the same/).first()).toBeVisible();

  await page.goto(`/admin/articles/${first!.slug}`);
  await page.getByRole('button', { name: admin.groups.takeOut }).click();
  await expect(page.getByText(admin.groups.apart)).toBeVisible();
  const others = async () =>
    (await (await page.request.get(`/articles/${first!.slug}`)).text()).includes(t.title);
  await expect.poll(others).toBe(false);
  await page.getByRole('button', { name: new RegExp(`^${admin.groups.undo}`) }).click();
  await expect(page.getByRole('button', { name: admin.groups.takeOut })).toBeVisible();
  await expect.poll(others).toBe(true);

  await page.getByRole('button', { name: admin.groups.takeOut }).click();
  await expect(page.getByText(admin.groups.apart)).toBeVisible();
  await page.getByLabel(admin.groups.joinLabel).fill(`http://127.0.0.1/en/articles/${second!.slug}?x=1`);
  await page.getByRole('button', { name: admin.groups.join, exact: true }).click();
  await expect(page.getByRole('link', { name: third!.title })).toBeVisible();
  await expect.poll(others).toBe(true);
  await page.getByLabel(admin.groups.joinLabel).fill('nothing-like-it');
  await page.getByRole('button', { name: admin.groups.join, exact: true }).click();
  await expect(page.getByText(messages.errors['group-article-unknown'])).toBeVisible();
});

test('nobody but an editor groups', async ({ request }) => {
  const response = await request.post('/api/admin/articles/NW202611212481736095/group', {
    data: { action: 'split' },
  });
  expect(response.status()).toBe(401);
});

for (const [colorScheme, day] of [
  ['light', '2023-07-01'],
  ['dark', '2023-08-01'],
] as const) {
  test(`pages with groups are accessible, ${colorScheme}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, colorScheme, bypassCSP: true });
    const page = await context.newPage();
    await signIn(context.request);
    const [first] = await importCopies(context.request, day, colorScheme === 'dark' ? '丙' : '丁');
    for (const path of [
      `/category/${first!.id}bao`,
      `/articles/${first!.slug}`,
      `/admin/articles/${first!.slug}`,
    ]) {
      await page.goto(path);
      await expect(page.locator('main')).toBeVisible();
      for (const summary of await page.locator('main summary').all()) await summary.click();
      expect(await listViolations(page)).toEqual([]);
    }
    await context.close();
  });
}
