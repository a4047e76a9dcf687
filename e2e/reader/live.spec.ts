import type { Page, Request } from '@playwright/test';
import en from '../../content/messages/en.json' with { type: 'json' };
import zhTW from '../../content/messages/zh-TW.json' with { type: 'json' };
import { buildPost } from '../support/build-post';
import { act, liveLine, openLive, publish, setVisible } from '../support/live';
import { listViolations } from '../support/list-violations';
import { messages } from '../support/messages';
import { signIn } from '../support/sign-in';
import { expect, test } from '../support/test';

const t = messages.live;
/** The path from an editor's upload to a reader's page: import, log, stream. */
const slowly = { timeout: 20_000 };

test.beforeEach(({ request }) => signIn(request));

/** Where everything stands that a reader may be reading. */
async function listBoxes(page: Page): Promise<unknown> {
  return page.locator('main a, main h1, main h2, main p:not([role=status])').evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height];
    }),
  );
}

test('a new story says so on the front page, moves nothing, and is shown by one press', async ({
  page,
  request,
}) => {
  await openLive(page, '/');
  const before = await listBoxes(page);
  const post = buildPost({ category: 'xianchangyi' });
  await publish(request, post);
  await expect(liveLine(page)).toHaveText(/条新消息/, slowly);
  await expect(page).toHaveTitle(/^\(\d+\) /);
  await expect(page.locator('main').getByRole('status').first()).toHaveText(/条新消息/, slowly);
  expect(await listBoxes(page)).toEqual(before);
  await expect(page.getByRole('link', { name: post.title })).toHaveCount(0);
  await liveLine(page).click();
  await expect(page.getByRole('link', { name: post.title }).first()).toBeVisible(slowly);
  await expect(page.locator('main')).toBeFocused();
  await expect(page).not.toHaveTitle(/^\(/);
});

test('a list hears of its own stories only: new, changed and withdrawn', async ({
  page,
  request,
  baseURL,
}) => {
  const first = buildPost({ category: 'xianchanger' });
  await publish(request, first);
  await expect.poll(async () => (await request.get('/category/xianchanger')).status(), slowly).toBe(200);
  await openLive(page, '/category/xianchanger');
  // Elsewhere first: if it were told here, the count would be two.
  await publish(request, buildPost({ category: 'xianchangsan' }));
  const second = buildPost({ category: 'xianchanger' });
  await publish(request, second);
  await expect(liveLine(page)).toHaveText(t.one, slowly);
  await liveLine(page).press('Enter');
  await expect(page.locator('main .story-link')).toHaveText([second.title, first.title], slowly);

  await openLive(page, '/category/xianchanger');
  // Not the words of other tests: the same words are the same story, which is one line with its outlets.
  const corrected = `更正：${first.title}`;
  await publish(request, { name: first.name, text: first.text.replaceAll(first.title, corrected) });
  await expect(liveLine(page)).toHaveText(t.changed, slowly);
  await act(request, second.slug, 'withdraw', String(baseURL));
  await expect(liveLine(page)).toHaveText(t.changedMany.replace('{count}', '2'), slowly);
  await expect(page.locator('.story-link.is-gone')).toHaveText(second.title);
  await liveLine(page).click();
  await expect(page.locator('main .story-link')).toHaveText([corrected], slowly);
});

test('an open story says that it was changed, and that it was withdrawn', async ({
  page,
  request,
  baseURL,
}) => {
  const post = buildPost({ category: 'xianchangsi' });
  await publish(request, post);
  await expect.poll(async () => (await request.get(`/articles/${post.slug}`)).status(), slowly).toBe(200);
  await openLive(page, `/articles/${post.slug}`);
  await publish(request, { name: post.name, text: post.text.replaceAll(post.title, '更正后的标题') });
  await expect(liveLine(page)).toHaveText(t.storyChanged, slowly);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(post.title);
  await liveLine(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('更正后的标题', slowly);

  await openLive(page, `/articles/${post.slug}`);
  await act(request, post.slug, 'withdraw', String(baseURL));
  await expect(liveLine(page)).toHaveText(t.storyGone, slowly);
  await liveLine(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(messages.reader.goneTitle, slowly);
});

test('a hidden tab falls silent, and catches up when it is looked at again', async ({ page, request }) => {
  await publish(request, buildPost({ category: 'xianchangqi' }));
  await expect.poll(async () => (await request.get('/category/xianchangqi')).status(), slowly).toBe(200);
  await page.clock.install();
  const open = new Set<Request>();
  page.on('request', (sent) => sent.url().includes('/api/live') && open.add(sent));
  page.on('requestfinished', (sent) => open.delete(sent));
  page.on('requestfailed', (sent) => open.delete(sent));
  await page.goto('/category/xianchangqi');
  await page.clock.runFor(3000);
  await expect.poll(() => open.size).toBe(1);
  await setVisible(page, false);
  await page.clock.runFor(301_000);
  await expect.poll(() => open.size).toBe(0);
  const post = buildPost({ category: 'xianchangqi' });
  await publish(request, post);
  await expect.poll(async () => (await request.get(`/articles/${post.slug}`)).status(), slowly).toBe(200);
  await setVisible(page, true);
  await page.clock.runFor(1000);
  await expect(liveLine(page)).toHaveText(t.one, slowly);
});

test('where no stream gets through, the page asks', async ({ page, request }) => {
  await page.route(/\/api\/live(?!.*poll=1)/, (route) => route.fulfill({ status: 502 }));
  await page.goto('/category/xianchangwu');
  const post = buildPost({ category: 'xianchangwu' });
  await publish(request, post);
  await expect.poll(async () => (await request.get('/category/xianchangwu')).status(), slowly).toBe(200);
  await openLive(page, '/category/xianchangwu');
  await publish(request, buildPost({ category: 'xianchangwu' }));
  await expect(liveLine(page)).toHaveText(t.one, { timeout: 60_000 });
});

test('the tabs of a browser share one stream', async ({ context, request }) => {
  const open = new Set<Request>();
  context.on('request', (sent) => sent.url().includes('/api/live') && open.add(sent));
  context.on('requestfinished', (sent) => open.delete(sent));
  context.on('requestfailed', (sent) => open.delete(sent));
  const post = buildPost({ category: 'xianchangliu' });
  await publish(request, post);
  await expect.poll(async () => (await request.get('/category/xianchangliu')).status(), slowly).toBe(200);
  const pages = await Promise.all(Array.from({ length: 8 }, () => context.newPage()));
  for (const [at, page] of pages.entries())
    await openLive(page, at % 2 === 0 ? '/' : '/category/xianchangliu');
  await publish(request, buildPost({ category: 'xianchangliu' }));
  for (const page of pages) await expect(liveLine(page)).toHaveText(/条新消息/, slowly);
  await expect.poll(() => open.size).toBe(1);
});

test('the status is in the first HTML, empty, and pages that show nothing live have none', async ({
  request,
}) => {
  const html = await (await request.get('/')).text();
  expect(html).toMatch(/<p role="status" [^>]*data-live-status[^>]*><\/p>/);
  expect(html).toMatch(/<main [^>]*data-live-topics="front"[^>]*data-live-since="\d+"/);
  expect(await (await request.get('/nothing-here')).text()).not.toContain('data-live');
});

for (const [prefix, texts] of [
  ['', messages.live],
  ['/en', en.live],
  ['/zh-TW', zhTW.live],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the line speaks the page's language and breaks no rule: ${prefix || '/zh-CN'}, ${colorScheme}`, async ({
      browser,
      baseURL,
      request,
    }) => {
      const category = `xianchang${prefix.slice(1).replace('-', '').toLowerCase()}${colorScheme}`;
      await publish(request, buildPost({ category }));
      await expect.poll(async () => (await request.get(`/category/${category}`)).status(), slowly).toBe(200);
      const context = await browser.newContext({ colorScheme, baseURL, bypassCSP: true });
      const page = await context.newPage();
      await openLive(page, `${prefix}/category/${category}`);
      await publish(request, buildPost({ category }));
      await expect(liveLine(page)).toHaveText(texts.one, slowly);
      expect(await listViolations(page)).toEqual([]);
      await context.close();
    });
  }
}
