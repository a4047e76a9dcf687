import { loadTexts, messages } from '../support/messages';
import { colorSchemes, readerLocales } from '../support/reader-variants';
import { expect, test } from '../support/test';

const t = messages.reading;
const slug = 'NW202611212481736095';
const story = `/articles/${slug}`;

for (const { locale, prefix } of readerLocales) {
  for (const colorScheme of colorSchemes) {
    test(`a story that was read is marked, and can be saved and removed, ${locale}, ${colorScheme}`, async ({
      page,
    }) => {
      const texts = loadTexts(locale).reading;
      await page.emulateMedia({ colorScheme });
      await page.clock.install();
      await page.goto(prefix + story);
      const save = page.getByRole('button', { name: texts.save, exact: true });
      await expect(save).toHaveAttribute('aria-pressed', 'false');
      await save.click();
      await expect(save).toHaveAttribute('aria-pressed', 'true');
      await expect(page.getByRole('status').getByText(texts.savedStatus, { exact: true })).toBeVisible();
      const title = await page.getByRole('heading', { level: 1 }).innerText();
      await page.clock.fastForward(21_000);
      await expect.poll(() => page.evaluate(() => localStorage.getItem('finews-read'))).toBe(`["${slug}"]`);

      await page.goto(prefix || '/');
      const link = page.locator(`main a[href$="${story}"]`).first();
      await expect(link).toHaveAttribute('data-read', texts.read);
      const mark = await link.evaluate((element) => getComputedStyle(element, '::after').content);
      expect(mark).toContain('✓');

      await page.goto(`${prefix}/saved`);
      await expect(page.getByRole('heading', { level: 1, name: texts.savedTitle })).toBeVisible();
      const row = page.getByRole('listitem').filter({ hasText: title });
      await expect(row.getByRole('link', { name: title })).toHaveAttribute('href', prefix + story);
      await row.getByRole('button', { name: texts.remove }).click();
      await expect(row).toHaveCount(0);
      await expect(page.getByText(texts.savedEmptyTitle)).toBeVisible();
      await expect(page.getByRole('button', { name: texts.undo })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(row.getByRole('link')).toBeFocused();
      await expect(page.getByText(texts.savedEmptyTitle)).toBeHidden();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(prefix + story);
      await expect(page.getByRole('button', { name: texts.save, exact: true })).toHaveAttribute(
        'aria-pressed',
        'true',
      );
    });
  }
}

test('a story opened for a moment is not read yet', async ({ page }) => {
  await page.clock.install();
  await page.goto(story);
  await page.clock.fastForward(1500);
  await expect(page.getByRole('button', { name: t.save, exact: true })).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('finews-read'))).toBeNull();
});

test('reading in one tab marks the lists of another', async ({ page, context }) => {
  await page.goto('/');
  const link = page.locator(`main a[href$="${story}"]`).first();
  await expect(link).not.toHaveAttribute('data-read');
  const other = await context.newPage();
  await other.clock.install();
  await other.goto(story);
  await other.clock.fastForward(21_000);
  await expect(link).toHaveAttribute('data-read', t.read);
});

test('saved stories never reach the server', async ({ page }) => {
  await page.goto(story);
  await page.getByRole('button', { name: t.save, exact: true }).click();
  await expect(page.getByRole('status').getByText(t.savedStatus, { exact: true })).toBeVisible();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await page.goto('/saved');
  await expect(page.locator('main').getByRole('listitem')).toHaveCount(1);
  expect(asked.filter((path) => path.includes(slug) || path.startsWith('POST'))).toEqual([]);
});

test('nonsense in the memory of the browser does no harm', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('finews-read', '{"a":');
    localStorage.setItem('finews-saved', '[1,{"slug":"x","title":"<b>x</b>","path":"javascript:alert(1)"}]');
    localStorage.setItem('finews-text', 'gigantic');
  });
  await page.goto('/saved');
  await expect(page.getByText(t.savedEmptyTitle)).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-text');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the pages of the browser’s memory say what they need', async ({ page }) => {
    await page.goto('/saved');
    await expect(page.getByText(t.savedNeedsScript)).toBeVisible();
    await expect(page.locator('main').getByRole('button')).toHaveCount(0);
    await page.goto('/offline');
    await expect(page.getByText(t.offlineNeedsScript)).toBeVisible();
    await page.goto(story);
    await expect(page.getByRole('button', { name: t.settings })).toHaveCount(0);
    await expect(page.locator('main').getByRole('button')).toHaveCount(0);
  });
});
