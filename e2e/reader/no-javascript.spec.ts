import { messages } from '../support/messages';
import { expect, test } from '../support/test';

test.use({ javaScriptEnabled: false });

const t = messages.reader;

test('without JavaScript a reader finds, reads and shares a story', async ({ page }) => {
  await page.goto('/');
  await page
    .getByRole('link', { name: /股票代码怎么读/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('股票代码');
  await expect(page.locator('main table').first()).toBeVisible();
  await expect(page.getByText(/\/s\/[0-9A-Za-z]{8}$/)).toBeVisible();
  await page.getByText(t.qrCode, { exact: true }).click();
  await expect(page.locator('details svg')).toBeVisible();
});

test('without JavaScript there is no control that does nothing', async ({ page }) => {
  await page.goto('/articles/NW202611212481736095');
  // The search form is sent by the browser itself.
  await expect(page.locator('button:not([type=submit]):visible')).toHaveCount(0);
});
