import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { signIn } from '../support/sign-in';

const readerPages = [
  '/',
  '/category',
  '/category/shichangcishu',
  '/articles/NW202611212481736095',
  '/articles/NW202611022419350764',
  '/tag/none',
  '/nothing-here',
];
const adminPages = [
  '/admin',
  '/admin/import',
  '/admin/imports',
  '/admin/articles',
  '/admin/feeds',
  '/admin/feeds/new',
  '/admin/tokens',
  '/admin/sessions',
];

async function listViolations(page: Page, path: string) {
  await page.goto(path);
  await expect(page.locator('main')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => ({
    path,
    id,
    targets: nodes.map((node) => node.target.join(' ')),
  }));
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const prefix of ['', '/zh-TW', '/en']) {
    test(`reader pages, ${colorScheme}, ${prefix || '/zh-CN'}`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ colorScheme, baseURL, bypassCSP: true });
      const page = await context.newPage();
      for (const path of readerPages) expect(await listViolations(page, prefix + path)).toEqual([]);
      await context.close();
    });
  }

  for (const locale of ['zh-CN', 'zh-TW', 'en']) {
    test(`admin pages, ${colorScheme}, ${locale}`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ colorScheme, baseURL, bypassCSP: true });
      await context.addCookies([{ name: 'finews_locale', value: locale, url: String(baseURL) }]);
      const page = await context.newPage();
      expect(await listViolations(page, '/admin/sign-in')).toEqual([]);
      await signIn(context.request);
      for (const path of adminPages) expect(await listViolations(page, path)).toEqual([]);
      await context.close();
    });
  }
}
