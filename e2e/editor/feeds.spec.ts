import { createServer, type Server } from 'node:http';
import { listViolations } from '../support/list-violations';
import { messages } from '../support/messages';
import { signIn } from '../support/sign-in';
import { expect, test } from '../support/test';

const t = messages.admin.feeds;
const port = Number(process.env.FINEWS_E2E_FEED_PORT);
let server: Server;
const date = new Date(Date.now() - 60_000).toUTCString();
let items: { title: string; link: string }[] = [];

// One server, one port: the tests of this file go one after the other.
test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path === '/broken.xml') return response.writeHead(503).end();
    response.writeHead(200, { 'Content-Type': 'application/rss+xml' }).end(buildFeed());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
});

test.afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function buildFeed(): string {
  const list = items.map(
    ({ title, link }) =>
      `<item><title>${title}</title><link>${link}</link><guid>${link}</guid><pubDate>${date}</pubDate><description>&lt;p&gt;${title}的全文。&lt;/p&gt;</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>端测快讯</title>${list.join('')}</channel></rss>`;
}

test('an editor adds a source, tests it, sees its items on the front page, and pauses it', async ({
  page,
}) => {
  const mark = `${process.pid}${Date.now()}`;
  items = [1, 2, 3].map((n) => ({ title: `快讯${mark}第${n}条`, link: `https://news.example/${mark}/${n}` }));
  items.push({ title: `广告${mark}`, link: `https://news.example/${mark}/ad` });
  await signIn(page.request);
  await page.goto('/admin/feeds');
  await page.getByRole('link', { name: t.new }).click();
  // The form lives once this works.
  const kind = page.getByLabel(t.kind);
  await expect(async () => {
    await kind.selectOption('json');
    await expect(page.getByLabel(t.itemsPath)).toBeVisible({ timeout: 500 });
  }).toPass();
  await kind.selectOption('feed');
  await page.getByLabel(t.name, { exact: true }).fill('端测快讯');
  await page.getByLabel(t.address, { exact: true }).fill(`http://127.0.0.1:${port}/${mark}.xml`);
  await page.getByLabel(t.interval).selectOption('30');
  await page.getByRole('button', { name: t.addRule }).click();
  await page.getByLabel(t.rulePattern).fill('广告');

  await page.getByRole('button', { name: t.test, exact: true }).click();
  const trial = page.getByRole('status').filter({ hasText: t.testResult });
  await expect(trial.getByRole('listitem')).toHaveCount(4);
  await expect(trial.getByRole('listitem').filter({ hasText: `广告${mark}` })).toContainText(
    t.outcome.dropped,
  );
  expect(await page.request.get('/').then((answer) => answer.text())).not.toContain(mark);

  await page.getByRole('button', { name: t.save, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '端测快讯' })).toBeVisible();
  await expect(async () => {
    await page.goto('/');
    await expect(page.getByRole('link', { name: `快讯${mark}第1条` }).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await expect(page.getByText(`广告${mark}`)).toHaveCount(0);

  await page.goto('/admin/feeds');
  const row = page.getByRole('row').filter({ hasText: '端测快讯' });
  await expect(row).toContainText(t.state.working);
  await row.getByRole('button', { name: t.pause }).click();
  await expect(row).toContainText(t.state.paused);
  await row.getByRole('link', { name: '端测快讯' }).click();
  await expect(page.getByRole('region', { name: t.items }).getByRole('row')).toHaveCount(4);
  expect(await listViolations(page)).toEqual([]);

  await page.getByRole('button', { name: t.delete }).click();
  await expect(page.getByRole('dialog')).toContainText(t.deleteText);
  await page.getByRole('dialog').getByRole('button', { name: t.deleteConfirm }).click();
  await expect(page.getByText(t.none)).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('link', { name: `快讯${mark}第1条` }).first()).toBeVisible();
});

test('what is wrong with a source is said in words', async ({ page }) => {
  await signIn(page.request);
  await page.goto('/admin/feeds/new');
  const address = page.getByLabel(t.address, { exact: true });
  await page.getByLabel(t.name, { exact: true }).fill('坏源');
  const test = page.getByRole('button', { name: t.test, exact: true });
  for (const [url, words] of [
    [`http://127.0.0.1:${port}/broken.xml`, 'HTTP 503'],
    ['http://127.0.0.1:1/feed.xml', messages.errors['address-forbidden'].split('：')[1] ?? ''],
    ['ftp://127.0.0.1/feed.xml', 'http://'],
  ] as const) {
    await address.fill(url);
    await test.click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText(words);
  }
});
