import { buildPost } from '../support/build-post';
import { messages } from '../support/messages';
import { signIn } from '../support/sign-in';
import { expect, test } from '../support/test';

const handbook = '/articles/NW202611212481736095';

test('from a chip in a story to everything about its stock, and back to a day of it', async ({ page }) => {
  await page.goto(handbook);
  const body = page.locator('.article-body');
  await body.getByRole('link', { name: '贵州茅台' }).first().click();
  await expect(page).toHaveURL('/stock/1.600519');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('贵州茅台');
  await expect(page.getByText('600519.SH').first()).toBeVisible();
  await expect(
    page.getByRole('img', { name: messages.stocks.perDay.replace('{name}', '贵州茅台') }),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: /股票代码怎么读/ })).toBeVisible();
  await page.getByText(messages.stocks.perDayTable).click();
  await page.getByRole('link', { name: '2026年11月21日' }).click();
  await expect(page).toHaveURL('/archive/2026/11/21');
  await expect(page.getByRole('link', { name: /股票代码怎么读/ })).toBeVisible();
});

test('the line under a story leads to its stocks, the front page to the most mentioned', async ({ page }) => {
  await page.goto(handbook);
  const chips = page.getByRole('region', { name: messages.stocks.mentioned });
  await expect(chips.getByRole('link', { name: /腾讯控股.*00700\.HK/ })).toHaveAttribute(
    'href',
    '/stock/116.00700',
  );
  await page.goto('/');
  await expect(page.locator('#most-mentioned')).toBeVisible();
});

test('a stock has one address, and one that nobody mentions has none', async ({ page, request }) => {
  for (const spelling of ['600519.SH', 'sh600519', '600519', '1.600519']) {
    await page.goto(`/en/stock/${spelling}`);
    await expect(page).toHaveURL('/en/stock/1.600519');
  }
  expect((await request.get('/stock/1.999999')).status()).toBe(404);
  expect((await request.get('/stock/nonsense')).status()).toBe(404);
});

test('a code in the text of a new story is a mention at once', async ({ page }) => {
  const post = buildPost({ body: '<p>长城电脑（000066.SZ）上涨。</p>' });
  const status = async () => (await page.request.get('/stock/0.000066')).status();
  expect(await status()).toBe(404);
  await signIn(page.request);
  const imported = await page.request.post('/api/imports', {
    multipart: { files: { name: post.name, mimeType: 'text/markdown', buffer: Buffer.from(post.text) } },
  });
  expect(imported.status()).toBe(202);
  await expect.poll(status).toBe(200);
  await page.goto('/stock/0.000066');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('长城电脑');
  await expect(page.getByRole('link', { name: post.title })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a stock and its numbers are all there', async ({ page }) => {
    await page.goto('/stock/1.600519');
    await page.getByText(messages.stocks.perDayTable).click();
    await expect(page.getByRole('cell', { name: '2026年11月21日' })).toBeVisible();
  });
});
