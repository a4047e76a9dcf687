import { loadTexts, messages } from '../support/messages';
import { colorSchemes, readerLocales } from '../support/reader-variants';
import { expect, test } from '../support/test';

const slug = 'NW202611212481736095';

for (const { locale, prefix } of readerLocales) {
  for (const colorScheme of colorSchemes) {
    test(`a story prints itself, its source and its address, black on white, ${locale}, ${colorScheme}`, async ({
      page,
      baseURL,
    }) => {
      const texts = loadTexts(locale);
      await page.addInitScript(() => localStorage.setItem('finews-theme', 'dark'));
      await page.emulateMedia({ media: 'print', colorScheme });
      const address = `${prefix}/articles/${slug}`;
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('article time').first()).toBeVisible();
      await expect(page.locator('.article-body')).toBeVisible();
      await expect(
        page.getByText(texts.reading.printedAddress.replace('{url}', `${String(baseURL)}${address}`)),
      ).toBeVisible();
      await expect(page.getByRole('navigation')).toHaveCount(0);
      await expect(page.getByRole('button')).toHaveCount(0);
      await expect(page.getByRole('search')).toHaveCount(0);
      const colors = await page.evaluate(() => {
        const { color } = getComputedStyle(document.querySelector('.article-body') ?? document.body);
        return { color, paper: getComputedStyle(document.documentElement).backgroundColor };
      });
      expect(colors).toEqual({ color: 'rgb(0, 0, 0)', paper: 'rgb(255, 255, 255)' });
    });
  }
}

test('a wide table is not cut off on paper, and a list prints its headlines', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 700, height: 1000 });
  await page.goto(`/articles/${slug}`);
  const table = page.locator('.table-scroll').first();
  await expect(table).toBeVisible();
  expect(await table.evaluate((element) => getComputedStyle(element).overflowX)).toBe('visible');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.goto('/category/shichangcishu');
  await expect(page.locator('main a.story-link').first()).toBeVisible();
  await expect(page.getByText(messages.reader.older)).toBeHidden();
});
