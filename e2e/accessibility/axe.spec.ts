import type { Page } from '@playwright/test';
import { listViolations } from '../support/list-violations';
import { loadTexts } from '../support/messages';
import { readerPages } from '../support/reader-pages';
import { colorSchemes, readerLocales } from '../support/reader-variants';
import { signIn } from '../support/sign-in';
import { expect, test } from '../support/test';

// Each test goes through all types of pages.
test.describe.configure({ timeout: 240_000 });

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

async function expectClean(page: Page, path: string, only?: 'colours') {
  await page.goto(path);
  await expect(page.locator('main')).toBeVisible();
  expect(await listViolations(page, only)).toEqual([]);
}

for (const colorScheme of colorSchemes) {
  for (const { locale, prefix } of readerLocales) {
    test(`reader pages, ${colorScheme}, ${locale}`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ colorScheme, baseURL, bypassCSP: true });
      const page = await context.newPage();
      for (const path of readerPages)
        await expectClean(page, prefix + path, colorScheme === 'dark' ? 'colours' : undefined);
      await context.close();
    });

    test(`dialogs of the reader pages, ${colorScheme}, ${locale}`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ colorScheme, baseURL, bypassCSP: true });
      const page = await context.newPage();
      const t = loadTexts(locale).reading;
      await page.goto(prefix || '/');
      await page.getByRole('button', { name: t.settings }).click();
      const settings = page.getByRole('dialog', { name: t.settings });
      await expect(settings).toBeVisible();
      expect(await listViolations(page)).toEqual([]);
      await settings.getByRole('button', { name: t.showKeys }).click();
      await expect(page.getByRole('dialog', { name: t.keysTitle })).toBeVisible();
      expect(await listViolations(page)).toEqual([]);
      await context.close();
    });
  }

  for (const locale of ['zh-CN', 'zh-TW', 'en']) {
    test(`admin pages, ${colorScheme}, ${locale}`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ colorScheme, baseURL, bypassCSP: true });
      await context.addCookies([{ name: 'finews_locale', value: locale, url: String(baseURL) }]);
      const page = await context.newPage();
      await expectClean(page, '/admin/sign-in');
      await signIn(context.request);
      for (const path of adminPages)
        await expectClean(page, path, colorScheme === 'dark' ? 'colours' : undefined);
      await context.close();
    });
  }
}

test('reader pages with the colours of the system (forced colours)', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ forcedColors: 'active', baseURL, bypassCSP: true });
  const page = await context.newPage();
  for (const path of readerPages) await expectClean(page, path);
  await context.close();
});
