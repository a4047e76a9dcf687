import type { Page } from '@playwright/test';
import { messages } from '../support/messages';
import { expect, test, whenReady } from '../support/test';

const t = messages.reading;
const story = '/articles/NW202611212481736095';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** One finger from a point by so many pixels. */
async function swipe(
  page: Page,
  from: { x: number; y: number },
  by: { dx: number; dy?: number },
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  // The finger's own time: a quarter of a second, however long the machine takes.
  let timestamp = Date.now() / 1000;
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) => {
    const touchPoints = type === 'touchEnd' ? [] : [{ x, y }];
    timestamp += 0.04;
    return session.send('Input.dispatchTouchEvent', { type, touchPoints, timestamp });
  };
  await send('touchStart', from.x, from.y);
  for (const part of [0.25, 0.5, 0.75, 1])
    await send('touchMove', from.x + by.dx * part, from.y + (by.dy ?? 0) * part);
  await send('touchEnd', 0, 0);
  await session.detach();
}

test('a stroke to the left opens the older story, one to the right the newer', async ({ page }) => {
  await page.goto(story);
  const older = await page.locator('[data-neighbour="older"] a').getAttribute('href');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await swipe(page, { x: 300, y: 400 }, { dx: -180, dy: 8 });
  await expect(page).toHaveURL(older!);
  await whenReady(page);
  await swipe(page, { x: 90, y: 400 }, { dx: 180, dy: 8 });
  await expect(page).toHaveURL(story);
});

test('strokes that mean something else do nothing', async ({ page }) => {
  await page.goto(story);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await swipe(page, { x: 300, y: 400 }, { dx: -40 });
  await swipe(page, { x: 300, y: 600 }, { dx: -150, dy: -200 });
  await swipe(page, { x: 5, y: 400 }, { dx: 200 });
  const table = page.locator('.table-scroll').first();
  await table.scrollIntoViewIfNeeded();
  await table.evaluate((element) => {
    element.firstElementChild?.setAttribute('width', '900');
  });
  const box = await table.boundingBox();
  await swipe(page, { x: 300, y: (box?.y ?? 0) + 40 }, { dx: -180 });
  await page
    .getByRole('heading', { level: 1 })
    .evaluate((heading) => getSelection()?.selectAllChildren(heading));
  await swipe(page, { x: 300, y: 300 }, { dx: -180 });
  // What would have opened a page has come before this one.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  await expect(page).toHaveURL(story);
});

test('strokes can be switched off', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('finews-swipe', 'off'));
  await page.goto(story);
  await swipe(page, { x: 300, y: 400 }, { dx: -180 });
  await page.getByRole('button', { name: t.settings }).click();
  await expect(page.getByRole('checkbox', { name: t.swipeHabit })).not.toBeChecked();
  await expect(page).toHaveURL(story);
});
