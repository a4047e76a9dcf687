import { messages } from '../support/messages';
import { expect, test } from '../support/test';

const t = messages.reader;

test('the front page lists the newest posts and every category with its newest five', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: '金融消息' })).toBeVisible();
  await expect(page.getByRole('link', { name: /涨跌停板/ }).first()).toBeVisible();
  for (const name of ['市场词典', '门户手册', '本站公告', '数据日历']) {
    await expect(page.getByRole('heading', { name }).first()).toBeVisible();
  }
});

test('a reader goes from the front page to a story, to the older one, and to its category', async ({
  page,
}) => {
  await page.goto('/');
  await page
    .getByRole('link', { name: /股票代码怎么读/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/articles\/NW202611212481736095$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('股票代码');
  const neighbours = page.getByRole('navigation', { name: /市场词典/ });
  await expect(neighbours).toContainText(t.olderStory);
  await neighbours.getByRole('link').first().click();
  await expect(page).not.toHaveURL(/NW202611212481736095$/);
  await page.getByRole('link', { name: '市场词典' }).first().click();
  await expect(page).toHaveURL(/\/category\/shichangcishu$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('市场词典');
});

test('times stand in Beijing time, whatever the zone of the browser', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ timezoneId: 'America/New_York', baseURL });
  const page = await context.newPage();
  await page.goto('/articles/NW202611212481736095');
  await expect(page.locator('article time, main time').first()).toHaveText(/2026-11-21 08:30/);
  await context.close();
});

test('the English interface shows the same story and links to the Chinese one', async ({ page }) => {
  await page.goto('/en/articles/NW202611212481736095');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
    'href',
    /\/en\/articles\/NW202611212481736095$/,
  );
  await expect(page.locator('link[rel="alternate"][hreflang="zh-CN"]')).toHaveAttribute(
    'href',
    /^http:\/\/[^/]+\/articles\/NW202611212481736095$/,
  );
  await page.getByRole('link', { name: '简体', exact: true }).click();
  await expect(page).toHaveURL(/\/articles\/NW202611212481736095$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('nothing scrolls sideways on a phone', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, baseURL });
  const page = await context.newPage();
  for (const path of [
    '/',
    '/category/shichangcishu',
    '/articles/NW202611212481736095',
    '/articles/NW202611202476342098',
    '/nothing-here',
  ]) {
    await page.goto(path);
    await expect(page.locator('main')).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect({ path, overflow }).toEqual({ path, overflow: 0 });
  }
  await context.close();
});

test('the keyboard alone leads through the page, past the navigation and into a story', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: t.skip })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.locator('main a:focus')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/articles\//);
});

test('copying the link puts the short link on the clipboard and says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/articles/NW202611212481736095');
  await page.getByRole('button', { name: t.copyLink }).click();
  await expect(page.getByText(t.copied, { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/s\/[0-9A-Za-z]{8}$/);
});

test('no page asks for anything outside, runs inline script or violates its policy', async ({
  page,
  baseURL,
}) => {
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(String(baseURL)) && !request.url().startsWith('data:'))
      foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  for (const path of ['/', '/category', '/category/shichangcishu', '/articles/NW202611212481736095', '/en']) {
    await page.goto(path);
    await expect(page.locator('main')).toBeVisible();
  }
  expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
});
