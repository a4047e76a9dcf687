import type { Page } from '@playwright/test';
import { loadTexts, messages } from '../support/messages';
import { colorSchemes, readerLocales } from '../support/reader-variants';
import { expect, test } from '../support/test';

const t = messages.reading;
const story = '/articles/NW202611212481736095';

async function open(page: Page, texts = t) {
  await page.getByRole('button', { name: texts.settings }).click();
  const dialog = page.getByRole('dialog', { name: texts.settings });
  await expect(dialog).toBeVisible();
  return dialog;
}

function background(page: Page) {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

function fontSize(page: Page) {
  return page.locator('.article-body').evaluate((body) => parseFloat(getComputedStyle(body).fontSize));
}

for (const { locale, prefix } of readerLocales) {
  for (const colorScheme of colorSchemes) {
    test(`a chosen theme holds at once and after a reload, ${locale}, system ${colorScheme}`, async ({
      page,
    }) => {
      const texts = loadTexts(locale).reading;
      await page.emulateMedia({ colorScheme });
      await page.goto(prefix || '/');
      const before = await background(page);
      const dialog = await open(page, texts);
      await expect(dialog.getByRole('radio', { name: texts.themes.system })).toBeChecked();
      await dialog
        .getByRole('radio', { name: texts.themes[colorScheme === 'light' ? 'dark' : 'light'] })
        .check();
      await expect.poll(() => background(page)).not.toBe(before);
      const after = await background(page);
      await page.reload();
      await expect.poll(() => background(page)).toBe(after);
      await expect(page.locator('meta[name="theme-color"]').first()).toHaveAttribute('content', after);
    });
  }
}

test('text size and width change the story and are remembered on every page', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(story);
  expect(await fontSize(page)).toBe(18);
  const dialog = await open(page);
  await dialog.getByRole('radio', { name: t.texts.largest, exact: true }).check();
  await dialog.getByRole('radio', { name: t.widths.narrow }).check();
  await expect.poll(() => fontSize(page)).toBe(27);
  await page.getByRole('button', { name: t.close }).click();
  await page.reload();
  await expect.poll(() => fontSize(page)).toBe(27);
  const width = () =>
    page
      .locator('.article-body')
      .evaluate((body) => body.getBoundingClientRect().width / parseFloat(getComputedStyle(body).fontSize));
  await expect.poll(width).toBeCloseTo(30, 1);
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('data-text', 'largest');
});

test('what was chosen is there before the first paint, and nothing jumps', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('finews-theme', 'dark');
    localStorage.setItem('finews-text', 'larger');
    const shifts: number[] = [];
    Reflect.set(window, 'shifts', shifts);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, 'value')));
    }).observe({ type: 'layout-shift', buffered: true });
    // The first frame already has the chosen colours.
    new PerformanceObserver(() => {
      const { backgroundColor } = getComputedStyle(document.documentElement);
      if (Reflect.get(window, 'firstPaint') === undefined) Reflect.set(window, 'firstPaint', backgroundColor);
    }).observe({ type: 'paint', buffered: true });
  });
  for (const path of ['/', story, '/saved', '/category/shichangcishu']) {
    await page.goto(path);
    await expect(page.locator('html[data-theme="dark"][data-text="larger"]')).toHaveCount(1);
    await expect(page.getByRole('button', { name: t.settings })).toBeVisible();
    await expect
      .poll(() => page.evaluate(() => Reflect.get(window, 'firstPaint') as unknown))
      .toBe('rgb(18, 20, 23)');
    const shift = await page.evaluate(() => {
      const shifts: unknown = Reflect.get(window, 'shifts');
      return Array.isArray(shifts) ? shifts.reduce((sum: number, each) => sum + Number(each), 0) : 1;
    });
    expect({ path, shift }).toEqual({ path, shift: 0 });
  }
});

test('a choice reaches the other open tabs', async ({ page, context }) => {
  await page.goto('/');
  const other = await context.newPage();
  await other.goto(story);
  const dialog = await open(page);
  await dialog.getByRole('radio', { name: t.texts.small, exact: true }).check();
  await expect(other.locator('html')).toHaveAttribute('data-text', 'small');
});

test('the dialog works by keyboard: focus goes in, stays in, and comes back', async ({ page }) => {
  await page.goto('/');
  const opener = page.getByRole('button', { name: t.settings });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: t.settings });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('button', { name: t.close })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('radio', { name: t.texts.normal }).first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('html')).toHaveAttribute('data-text', 'large');
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Tab');
    // The browser's own bar may have the focus in between; the page behind never has.
    await expect(page.locator('main :focus, header :focus')).toHaveCount(0);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test('reading records can be wiped', async ({ page }) => {
  await page.addInitScript(() => {
    if (!sessionStorage.getItem('once')) localStorage.setItem('finews-read', '["NW202611212481736095","a"]');
    sessionStorage.setItem('once', '1');
  });
  await page.goto('/');
  await expect(page.locator('main a.story-link[data-read]').first()).toBeVisible();
  const dialog = await open(page);
  await expect(dialog.getByText(t.readCount.replace('{count}', '2'))).toBeVisible();
  await dialog.getByRole('button', { name: t.forget }).click();
  await expect(dialog.getByText(t.readCount.replace('{count}', '0'))).toBeVisible();
  await expect(page.locator('main a.story-link[data-read]')).toHaveCount(0);
});
