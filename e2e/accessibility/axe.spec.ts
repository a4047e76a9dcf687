import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { loadTexts } from '../support/messages';
import { readerPages } from '../support/reader-pages';
import { colorSchemes, readerLocales } from '../support/reader-variants';
import { signIn } from '../support/sign-in';

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

async function listViolations(page: Page, path: string, scheme?: 'light' | 'dark') {
  await page.goto(path);
  await expect(page.locator('main')).toBeVisible();
  return analyse(page, path, scheme);
}

/** In the dark theme the page is the same but for its colours: only rules about colours can find more there. */
async function analyse(page: Page, path: string, scheme?: 'light' | 'dark') {
  const axe = new AxeBuilder({ page });
  const { violations } = await (scheme === 'dark' ? axe.withTags('cat.color') : axe).analyze();
  return violations.map(({ id, nodes }) => ({
    path,
    id,
    targets: nodes.map((node) => node.target.join(' ')),
  }));
}

for (const colorScheme of colorSchemes) {
  for (const { locale, prefix } of readerLocales) {
    test(`reader pages, ${colorScheme}, ${locale}`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ colorScheme, baseURL, bypassCSP: true });
      const page = await context.newPage();
      for (const path of readerPages)
        expect(await listViolations(page, prefix + path, colorScheme)).toEqual([]);
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
      expect(await analyse(page, 'settings')).toEqual([]);
      await settings.getByRole('button', { name: t.showKeys }).click();
      await expect(page.getByRole('dialog', { name: t.keysTitle })).toBeVisible();
      expect(await analyse(page, 'keys')).toEqual([]);
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
      for (const path of adminPages) expect(await listViolations(page, path, colorScheme)).toEqual([]);
      await context.close();
    });
  }
}

test('reader pages with the colours of the system (forced colours)', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ forcedColors: 'active', baseURL, bypassCSP: true });
  const page = await context.newPage();
  for (const path of readerPages) expect(await listViolations(page, path)).toEqual([]);
  await context.close();
});
