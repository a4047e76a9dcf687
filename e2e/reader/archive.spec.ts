import { messages } from '../support/messages';
import { expect, test } from '../support/test';

const t = messages.archive;
const storyOfDay = /股票代.怎/;

for (const [prefix, year, month] of [
  ['', '2026年', '11月'],
  ['/zh-TW', '2026年', '11月'],
  ['/en', '2026', 'November'],
] as const)
  test(`from the years down to a day, ${prefix || '/zh-CN'}`, async ({ page }) => {
    await page.goto(`${prefix}/archive`);
    await page.getByRole('link', { name: new RegExp(`^${year}`) }).click();
    await expect(page).toHaveURL(`${prefix}/archive/2026`);
    await page.getByRole('link', { name: new RegExp(`^${month}`) }).click();
    await expect(page).toHaveURL(`${prefix}/archive/2026/11`);
    await page.locator(`a[href="${prefix}/archive/2026/11/21"]`).click();
    await expect(page).toHaveURL(`${prefix}/archive/2026/11/21`);
    await expect(page.getByRole('link', { name: storyOfDay })).toBeVisible();
    await page.locator('a[rel=prev]').click();
    await expect(page).toHaveURL(`${prefix}/archive/2026/11/20`);
  });

test('the time of a story leads to its day', async ({ page }) => {
  await page.goto('/articles/NW202611212481736095');
  await page.locator('header time').first().click();
  await expect(page).toHaveURL('/archive/2026/11/21');
});

test('dates that no calendar has, and days to come, are no pages', async ({ request }) => {
  for (const path of ['/2022/13', '/2022/02/31', '/2022/00/01', '/1999', '/2150/01/01', '/2026/1'])
    expect((await request.get(`/archive${path}`)).status(), path).toBe(404);
});

test('a day without stories says so and leads on', async ({ page }) => {
  await page.goto('/archive/2020/01/01');
  await expect(page.getByRole('heading', { level: 2, name: t.noDayTitle })).toBeVisible();
  await expect(page.locator('a[rel=next]')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('jumps to a minute and marks the nearest story', async ({ page }) => {
    await page.goto('/archive/2026/11/21');
    await page.getByLabel(t.jump).fill('23:59');
    await page.getByRole('button', { name: t.jumpButton }).click();
    await expect(page).toHaveURL('/archive/2026/11/21?at=23%3A59#at');
    await expect(page.locator('#at')).toHaveText(t.nearest.replace('{minute}', '23:59'));
  });
});
