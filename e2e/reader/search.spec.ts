import type { Page } from '@playwright/test';
import { listViolations } from '../support/list-violations';
import { messages } from '../support/messages';
import { colorSchemes } from '../support/reader-variants';
import { expect, test } from '../support/test';

const t = messages.search;
const story = 'NW202611212481736095';

function resultsOf(page: Page) {
  return page.getByRole('list', { name: t.results }).getByRole('listitem');
}

test('a reader searches from the masthead and opens what was found', async ({ page }) => {
  await page.goto('/');
  await page
    .getByRole('searchbox', { name: messages.reader.search })
    .or(page.getByRole('combobox'))
    .fill('股票代码');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=/);
  await expect(page).toHaveTitle('搜索：股票代码 - 金融消息');
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex, ?follow/);
  await expect(resultsOf(page).first().locator('mark').first()).toHaveText('股票代码');
  await resultsOf(page).first().getByRole('link').click();
  await expect(page).toHaveURL(/\/articles\//);
});

for (const prefix of ['', '/en', '/zh-TW'])
  test(`Simplified, Traditional, widths and cases find each other: ${prefix || '/zh-CN'}`, async ({
    page,
  }) => {
    for (const query of ['股票代碼', '代码 股票', 'ＧＤＰ', '价']) {
      await page.goto(`${prefix}/search?q=${encodeURIComponent(query)}`);
      await expect(page.locator('main mark').first()).toBeVisible();
    }
  });

test('suggestions are chosen with the keyboard', async ({ page }) => {
  await page.goto('/search');
  const box = page.getByRole('combobox', { name: t.label });
  await box.pressSequentially('股票');
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  const options = page.getByRole('option');
  await expect(options.first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(box).toHaveAttribute('aria-expanded', 'false');
  await expect(box).toHaveValue('股票');
  await box.pressSequentially('代码');
  await expect(options.first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expect(box).toHaveAttribute(
    'aria-activedescendant',
    (await options.first().getAttribute('id')) ?? '-',
  );
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/(?:articles|category|stock)\//);
});

test('filters are plain controls, shown in use, and taken away by a link', async ({ page }) => {
  await page.goto(`/search?q=${encodeURIComponent('数据')}`);
  const all = (await page.locator('[data-result-count]').textContent()) ?? '';
  await page.getByText(t.filters, { exact: true }).click();
  await page.getByLabel(t.category, { exact: true }).selectOption('jichushuju');
  await page.getByLabel(t.from, { exact: true }).fill('2026-11-21');
  await page.getByRole('button', { name: t.apply }).click();
  await expect(page).toHaveURL(/category=jichushuju/);
  const active = page.getByRole('navigation', { name: t.activeFilters });
  await expect(active).toContainText('2026-11-21');
  await expect(page.locator('[data-result-count]')).not.toHaveText(all);
  await active.getByRole('link', { name: t.removeAll }).click();
  await expect(page.locator('[data-result-count]')).toHaveText(all);
});

test('results are paged without a gap', async ({ page }) => {
  await page.goto(`/search?q=${encodeURIComponent('的')}&order=newest`);
  await expect(resultsOf(page)).toHaveCount(20);
  const first = await resultsOf(page)
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  await page.getByRole('link', { name: t.more }).click();
  await expect(page).toHaveURL(/before=/);
  await expect(resultsOf(page).first()).toBeVisible();
  const second = await resultsOf(page)
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(first.filter((href) => second.includes(href))).toEqual([]);
  await page.getByRole('link', { name: t.first }).click();
  await expect(resultsOf(page)).toHaveCount(20);
});

test('nothing found: what else could be tried', async ({ page }) => {
  await page.goto(`/search?q=${encodeURIComponent('股票代码 魑魅魍魉')}&from=2020-01-01`);
  await expect(page.getByRole('heading', { name: t.nothingTitle })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: t.removeAll })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: '股票代码', exact: true }).click();
  await expect(resultsOf(page).first()).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the form, the filters and the pages work', async ({ page }) => {
    await page.goto('/search');
    await page.getByRole('searchbox', { name: t.label }).fill('股票代码');
    await page.getByRole('button', { name: t.submit, exact: true }).click();
    await expect(resultsOf(page).first()).toBeVisible();
    await page.getByRole('link', { name: t.newest }).click();
    await expect(page).toHaveURL(/order=newest/);
    await expect(resultsOf(page).first()).toBeVisible();
  });
});

test('whatever is asked for, the answer is a page', async ({ request }) => {
  const queries = [
    "'",
    '\\',
    '!&|()<->:*',
    '%',
    '"',
    '\ud800',
    '长'.repeat(150),
    '<script>',
    '$1.600519',
    '^a',
    '。',
  ];
  for (const query of queries) {
    for (const path of ['/search', '/search/suggest.json']) {
      const response = await request.get(`${path}?q=${encodeURIComponent(query.toWellFormed())}`);
      expect([query, path, response.status()]).toEqual([query, path, 200]);
    }
  }
  const broken = await request.get(
    '/search?q=%F0%90&order=x&from=x&to=9999-99-99&stock=%27&category=%00'.replace('%00', ''),
  );
  expect(broken.status()).toBe(200);
  expect((await request.get('/search?q=a&before=x')).status()).toBe(404);
});

for (const colorScheme of colorSchemes)
  test(`axe finds nothing in suggestions, ${colorScheme}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ colorScheme, baseURL, bypassCSP: true });
    const page = await context.newPage();
    await page.goto('/search');
    await page.getByRole('combobox', { name: t.label }).pressSequentially('股票');
    await expect(page.getByRole('option').first()).toBeVisible();
    expect(await listViolations(page)).toEqual([]);
    await context.close();
  });

test('a story found by its code is the one that names it', async ({ page }) => {
  await page.goto('/search?q=600519');
  await expect(page.locator(`a[href="/articles/${story}"]`)).toBeVisible();
});
