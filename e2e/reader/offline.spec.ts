import type { Page } from '@playwright/test';
import { loadTexts, messages } from '../support/messages';
import { colorSchemes, readerLocales } from '../support/reader-variants';
import { expect, test } from '../support/test';

const slug = 'NW202611212481736095';
const story = `/articles/${slug}`;
const t = messages.reading;

test.use({ serviceWorkers: 'allow' });

/** Opens a page and waits until the worker has taken what belongs to it. */
async function visit(page: Page, path: string, kept = path): Promise<void> {
  await page.goto(path);
  await expect
    .poll(() =>
      page.evaluate(async (address) => {
        const [copy, sheet] = await Promise.all([
          caches.match(address),
          caches.match(document.querySelector<HTMLLinkElement>('link[rel="stylesheet"]')?.href ?? ''),
        ]);
        return navigator.serviceWorker.controller !== null && !!copy && !!sheet;
      }, kept),
    )
    .toBe(true);
}

for (const { locale, prefix } of readerLocales) {
  for (const colorScheme of colorSchemes) {
    test(`a story that was opened can be read without network, ${locale}, ${colorScheme}`, async ({
      page,
      context,
    }) => {
      const texts = loadTexts(locale);
      await page.emulateMedia({ colorScheme });
      await visit(page, prefix + story);
      await expect
        .poll(() => page.evaluate((path) => caches.match(path).then(Boolean), `${prefix}/offline`))
        .toBe(true);
      const title = await page.getByRole('heading', { level: 1 }).innerText();
      await context.setOffline(true);

      await page.goto(prefix || '/');
      await expect(page.getByRole('heading', { level: 1, name: texts.reading.offlineTitle })).toBeVisible();
      await expect(page.getByText(texts.reading.offlineMissing)).toBeVisible();
      await page.getByRole('link', { name: title }).click();
      await expect(page).toHaveURL(prefix + story);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(page.locator('[data-kept-at]')).toHaveText(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);
      // Style sheet and scripts are there, too.
      await expect(page.locator('html')).toHaveAttribute('data-script', '');
      expect(await page.locator('.article-body').evaluate((body) => getComputedStyle(body).fontSize)).toBe(
        '18px',
      );

      await context.setOffline(false);
      await page.getByRole('link', { name: texts.reader.retry }).click();
      await expect(page.locator('[data-kept-at]')).toBeHidden();
      await expect(page.locator('html')).not.toHaveAttribute('data-kept');
    });
  }
}

test('the saved list works without network, and a saved story stays when it is no longer among the last ones', async ({
  page,
  context,
}) => {
  await visit(page, story);
  await page.getByRole('button', { name: t.save, exact: true }).click();
  await expect
    .poll(() =>
      page.evaluate(async (path) => {
        const name = (await caches.keys()).find((each) => each.endsWith('-saved'));
        return name !== undefined && !!(await (await caches.open(name)).match(path));
      }, story),
    )
    .toBe(true);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) if (name.endsWith('-stories')) await caches.delete(name);
  });
  await context.setOffline(true);
  await page.goto('/saved');
  await page.locator('main').getByRole('listitem').getByRole('link').click();
  await expect(page).toHaveURL(story);
  await expect(page.getByText(/保存的副本/)).toBeVisible();
});

test('a story kept in one language is found under the other', async ({ page, context }) => {
  await visit(page, story);
  await context.setOffline(true);
  await page.goto(`/en${story}`);
  await expect(page.locator('[data-kept-at]')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('the worker keeps away from editors’ pages and the API', async ({ page, context }) => {
  await visit(page, story);
  const seen = await page.evaluate(async () => {
    await fetch('/api/articles');
    const keys = await Promise.all(
      (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
    );
    return keys.flat().map(({ url }) => new URL(url).pathname);
  });
  await page.goto('/admin/sign-in');
  expect(seen.filter((path) => /^\/(?:admin|api)/.test(path))).toEqual([]);
  await context.setOffline(true);
  // The browser's own page says so: ours would pretend to know.
  await expect(page.goto('/admin/sign-in')).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
});

test('who switches it off has nothing kept', async ({ page }) => {
  await visit(page, story);
  await page.getByRole('button', { name: t.settings }).click();
  await page.getByRole('checkbox', { name: t.offlineHabit }).uncheck();
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
    .toBe(0);
  await page.goto(story);
  await expect(page.locator('html')).toHaveAttribute('data-offline', 'off');
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
    .toBe(0);
});

test('the worker that withdraws takes the place of the other, and leaves nothing', async ({ page }) => {
  await visit(page, story);
  // The front door sends this one in place of the other with OFFLINE_READING=0 (server/service-worker.test.ts).
  await page.evaluate(() =>
    navigator.serviceWorker.register('/assets/service-worker-off.js', { scope: '/' }).then(Boolean),
  );
  // The browser lets the old worker end first, and may leave it idle for half a minute.
  await expect.poll(() => page.evaluate(() => caches.keys()), { timeout: 80_000 }).toEqual([]);
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
    .toBe(0);
});

test('caches of another format are removed when the worker takes over', async ({ page }) => {
  await page.goto('/og-default.png');
  await page.evaluate(async () => {
    await (await caches.open('finews-0-stories')).put('/articles/old', new Response('old'));
    await (await caches.open('of-somebody-else')).put('/x', new Response('x'));
  });
  await visit(page, story);
  expect(
    await page.evaluate(async () => (await caches.keys()).filter((name) => !name.startsWith('finews-1-'))),
  ).toEqual(['of-somebody-else']);
});
