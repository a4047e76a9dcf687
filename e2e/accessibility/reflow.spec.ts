import type { Page } from '@playwright/test';
import { listViolations } from '../support/list-violations';
import { messages } from '../support/messages';
import { readerPages } from '../support/reader-pages';
import { readerLocales } from '../support/reader-variants';
import { expect, test } from '../support/test';

// Each test goes through all types of pages.
test.describe.configure({ timeout: 240_000 });

const story = '/articles/NW202611212481736095';

async function open(page: Page, path: string) {
  await page.goto(path);
  await expect(page.locator('main')).toBeVisible();
}

async function measure(page: Page, path: string) {
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return { path, sideways: Math.max(0, sideways) };
}

for (const { locale, prefix } of readerLocales) {
  test(`320 px wide, and with the largest text, no page scrolls sideways, ${locale}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of readerPages.map((one) => prefix + one)) {
      await open(page, path);
      expect(await measure(page, path)).toEqual({ path, sideways: 0 });
      await page.evaluate(() => (document.documentElement.dataset['text'] = 'largest'));
      expect(await measure(page, path)).toEqual({ path, sideways: 0 });
    }
  });
}

test('at 200 % zoom nothing is lost: axe, headings and navigation', async ({ browser, baseURL }) => {
  // What a window of 1280 pixels shows at 200 %.
  const context = await browser.newContext({
    viewport: { width: 640, height: 450 },
    deviceScaleFactor: 2,
    baseURL,
    bypassCSP: true,
  });
  const page = await context.newPage();
  for (const path of readerPages) {
    await open(page, path);
    expect(await measure(page, path)).toEqual({ path, sideways: 0 });
    await expect(page.getByRole('navigation', { name: messages.reader.mainNavigation })).toBeVisible();
    expect(await listViolations(page)).toEqual([]);
  }
  await context.close();
});

test('with the spacing of WCAG 1.4.12 no text is cut off', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    baseURL,
    bypassCSP: true,
  });
  const page = await context.newPage();
  for (const path of readerPages) {
    await page.goto(path);
    await page.addStyleTag({
      content:
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    });
    await expect(page.locator('main')).toBeVisible();
    const cut = await page.evaluate(() => {
      const clipped = [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')].filter(
        (element) => {
          const { overflow, overflowX } = getComputedStyle(element);
          const isHidden = element.closest('.sr-only, .table-scroll, [class*="line-clamp"]') !== null;
          return (
            !isHidden &&
            (overflow === 'hidden' || overflowX === 'hidden') &&
            element.scrollWidth > element.clientWidth + 1
          );
        },
      );
      return {
        clipped: clipped.map(({ className }) => className),
        sideways: document.documentElement.scrollWidth - innerWidth,
      };
    });
    expect({ path, ...cut }).toEqual({ path, clipped: [], sideways: 0 });
  }
  await context.close();
});

test('one main heading, headings in order, and landmarks on every page', async ({ page }) => {
  for (const path of readerPages) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page.getByRole('main')).toHaveCount(1);
    await expect(page.getByRole('banner')).toHaveCount(1);
    await expect(page.getByRole('contentinfo')).toHaveCount(1);
    const levels = await page
      .locator(':is(h1, h2, h3, h4, h5, h6):visible')
      .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName[1])));
    const jumps = levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 1) + 1);
    expect({ path, jumps }).toEqual({ path, jumps: [] });
  }
});

test('every control has room for a finger', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    baseURL,
  });
  const page = await context.newPage();
  for (const path of readerPages) {
    await open(page, path);
    const small = await page
      .locator(
        'header :is(a, button, input), footer :is(a, button), main :is(button, summary, select, input)',
      )
      .evaluateAll((controls) =>
        controls
          .filter((control) => control.checkVisibility())
          .map((control) => ({ text: control.textContent, height: control.getBoundingClientRect().height }))
          .filter(({ height }) => height < 43.5),
      );
    expect({ path, small }).toEqual({ path, small: [] });
  }
  await context.close();
});

test('the focus goes through a story in the order of the page and is always seen', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.goto(story);
  await expect(page.locator('main')).toBeVisible();
  const count = await page
    .locator('a[href], button:visible, input:visible, summary, [tabindex="0"]')
    .evaluateAll(
      (controls) =>
        controls.filter((control) => control.checkVisibility() && !control.closest('dialog')).length,
    );
  let last = -1;
  for (let presses = 0; presses < count; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const active = document.activeElement;
      if (!active || active === document.body) return undefined;
      const box = active.getBoundingClientRect();
      const seen = document.elementFromPoint(
        box.left + Math.min(box.width / 2, 20),
        box.top + box.height / 2,
      );
      const order = [...document.querySelectorAll('*')].indexOf(active);
      const { outlineStyle } = getComputedStyle(active);
      return { order, isSeen: !!seen && (active.contains(seen) || seen.contains(active)), outlineStyle };
    });
    if (!at) break;
    expect(at.order).toBeGreaterThan(last);
    expect(at).toMatchObject({ isSeen: true, outlineStyle: 'solid' });
    last = at.order;
  }
  expect(last).toBeGreaterThan(0);
});
