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

/** Opens a page once and looks at it in the light, then in the dark, where only colours can be wrong. */
async function expectClean(page: Page, path: string) {
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await page.goto(path);
  await expect(page.locator('main')).toBeVisible();
  await expectNothing(page, 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNothing(page, 'dark', 'colours');
}

async function expectNothing(page: Page, as: string, only?: 'colours') {
  expect({ as, violations: await listViolations(page, only) }).toEqual({ as, violations: [] });
}

for (const { locale, prefix } of readerLocales) {
  test(`reader pages, ${locale}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, bypassCSP: true });
    const page = await context.newPage();
    for (const path of readerPages) {
      await expectClean(page, prefix + path);
      if (locale !== 'zh-CN') continue;
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
      await expectNothing(page, 'the colours of the system');
    }
    await context.close();
  });

  for (const colorScheme of colorSchemes)
    test(`dialogs of the reader pages, ${colorScheme}, ${locale}`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ colorScheme, baseURL, bypassCSP: true });
      const page = await context.newPage();
      const t = loadTexts(locale).reading;
      await page.goto(prefix || '/');
      await page.getByRole('button', { name: t.settings }).click();
      const settings = page.getByRole('dialog', { name: t.settings });
      await expect(settings).toBeVisible();
      await expectNothing(page, colorScheme);
      await settings.getByRole('button', { name: t.showKeys }).click();
      await expect(page.getByRole('dialog', { name: t.keysTitle })).toBeVisible();
      await expectNothing(page, colorScheme);
      await context.close();
    });
}

for (const locale of ['zh-CN', 'zh-TW', 'en']) {
  test(`admin pages, ${locale}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, bypassCSP: true });
    await context.addCookies([{ name: 'finews_locale', value: locale, url: String(baseURL) }]);
    const page = await context.newPage();
    await expectClean(page, '/admin/sign-in');
    await signIn(context.request);
    for (const path of adminPages) await expectClean(page, path);
    await context.close();
  });
}
