import type { Page } from '@playwright/test';
import { loadTexts, messages } from '../support/messages';
import { colorSchemes, readerLocales } from '../support/reader-variants';
import { expect, test, whenReady } from '../support/test';

const t = messages.reading;
const story = '/articles/NW202611212481736095';

/** The address of the headline that has the focus. */
function focused(page: Page) {
  return page.evaluate(() => {
    const link = document.activeElement;
    return link instanceof HTMLAnchorElement && link.matches('.story-link') ? link.pathname : undefined;
  });
}

function headline(page: Page, index: number) {
  return page.locator('main a.story-link').nth(index);
}

for (const { locale, prefix } of readerLocales) {
  for (const colorScheme of colorSchemes) {
    test(`j, k and o lead through a list and into a story, ${locale}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(prefix || '/');
      await page.keyboard.press('j');
      await expect(headline(page, 0)).toBeFocused();
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await expect(headline(page, 2)).toBeFocused();
      await page.keyboard.press('k');
      await expect(headline(page, 1)).toBeFocused();
      await expect(headline(page, 1)).toBeInViewport();
      const outline = await headline(page, 1).evaluate((link) => getComputedStyle(link).outlineStyle);
      expect(outline).toBe('solid');
      const address = (await focused(page)) ?? '';
      await page.keyboard.press('o');
      await expect(page).toHaveURL(address);
    });

    test(`? lists the keys, ${locale}, ${colorScheme}`, async ({ page }) => {
      const texts = loadTexts(locale).reading;
      await page.emulateMedia({ colorScheme });
      await page.goto(prefix || '/');
      await page.keyboard.press('?');
      const dialog = page.getByRole('dialog', { name: texts.keysTitle });
      await expect(dialog.getByText(texts.keys.save)).toBeVisible();
      // The page behind does not move while the list is open.
      await page.keyboard.press('j');
      expect(await focused(page)).toBeUndefined();
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    });
  }
}

test('every headline down the page comes into the window', async ({ page }) => {
  await page.goto('/');
  const count = Math.min(await page.locator('main a.story-link').count(), 30);
  await expect(headline(page, 0)).toBeVisible();
  for (let index = 0; index < count; index += 1) {
    await page.keyboard.press('j');
    await expect(headline(page, index)).toBeFocused();
    await expect(headline(page, index)).toBeInViewport({ ratio: 1 });
  }
});

test('/ goes to the search, where letters are letters', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  const field = page.locator('input[type=search]').first();
  await expect(field).toBeFocused();
  await page.keyboard.type('jko?gs');
  await expect(field).toHaveValue('jko?gs');
  await expect(page).toHaveURL('/');
});

test('g and a letter lead to the places', async ({ page }) => {
  // However long the machine takes between two presses.
  await page.clock.setFixedTime(new Date('2026-11-21T08:00:00Z'));
  for (const [key, path] of [
    ['c', '/category'],
    ['s', '/saved'],
    ['h', '/'],
  ] as const) {
    await page.goto(story);
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await expect(page).toHaveURL(path);
  }
});

test('on a story j and the arrow open the older one, k and the other arrow come back', async ({ page }) => {
  await page.goto(story);
  const older = await page.locator('[data-neighbour="older"] a').getAttribute('href');
  for (const [on, back] of [
    ['j', 'k'],
    ['ArrowRight', 'ArrowLeft'],
  ] as const) {
    await page.keyboard.press(on);
    await expect(page).toHaveURL(older!);
    await whenReady(page);
    await page.keyboard.press(back);
    await expect(page).toHaveURL(story);
    await whenReady(page);
  }
});

test('s saves the story and takes it back', async ({ page }) => {
  await page.goto(story);
  const button = page.getByRole('button', { name: t.save, exact: true });
  await page.keyboard.press('s');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('s');
  await expect(button).toHaveAttribute('aria-pressed', 'false');
});

test('keys with Ctrl, Alt or Meta are left alone, and all of them once switched off', async ({ page }) => {
  await page.goto('/');
  for (const modifier of ['Control', 'Alt', 'Meta']) await page.keyboard.press(`${modifier}+j`);
  expect(await focused(page)).toBeUndefined();
  await page.getByRole('button', { name: t.settings }).click();
  const dialog = page.getByRole('dialog', { name: t.settings });
  await dialog.getByRole('checkbox', { name: t.keysHabit }).uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-keys', 'off');
  await page.keyboard.press('j');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await focused(page)).toBeUndefined();
});
