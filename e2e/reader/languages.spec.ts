import type { Page } from '@playwright/test';
import en from '../../content/messages/en.json' with { type: 'json' };
import zhCN from '../../content/messages/zh-CN.json' with { type: 'json' };
import zhTW from '../../content/messages/zh-TW.json' with { type: 'json' };
import { buildPost } from '../support/build-post';
import { importPost } from '../support/import-post';
import { signIn } from '../support/sign-in';
import { expect, test } from '../support/test';

const story = '/articles/NW202611212481736095';

const versions = [
  {
    locale: 'zh-CN',
    prefix: '',
    t: zhCN.reader,
    title: /^股票代码怎么读/,
    category: '市场词典',
    openGraph: 'zh_CN',
  },
  {
    locale: 'zh-TW',
    prefix: '/zh-TW',
    t: zhTW.reader,
    title: /^股票代碼怎麼讀/,
    category: '市場詞典',
    openGraph: 'zh_TW',
  },
  {
    locale: 'en',
    prefix: '/en',
    t: en.reader,
    title: /^股票代码怎么读/,
    category: '市场词典',
    openGraph: 'en_US',
  },
];

for (const { locale, prefix, t, title, category, openGraph } of versions) {
  test(`${locale}: from the front page to a story, its category and its tag`, async ({ page }) => {
    await page.goto(prefix || '/');
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await expect(page.getByRole('heading', { level: 2, name: t.latest })).toBeVisible();
    await page.getByRole('link', { name: title }).first().click();
    await expect(page).toHaveURL(new RegExp(`^http://[^/]+${prefix}${story}$`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page).toHaveTitle(new RegExp(title.source));
    await page.locator('main').getByRole('link', { name: category, exact: true }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(category);
    await expect(page).toHaveTitle(new RegExp(`^${category} - `));
    await page.getByRole('link', { name: t.home, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`^http://[^/]+${prefix || '/'}$`));
  });

  test(`${locale}: the head of a story names its own language and all versions`, async ({
    page,
    baseURL,
  }) => {
    await page.goto(prefix + story);
    const head = async (selector: string, attribute: string) =>
      page.locator(`head ${selector}`).getAttribute(attribute);
    expect(await head('link[rel=canonical]', 'href')).toBe(`${String(baseURL)}${prefix}${story}`);
    expect(await head('meta[property="og:locale"]', 'content')).toBe(openGraph);
    expect(await head('meta[property="og:title"]', 'content')).toMatch(title);
    for (const [language, path] of [
      ['zh-CN', ''],
      ['zh-TW', '/zh-TW'],
      ['en', '/en'],
      ['x-default', ''],
    ] as const)
      expect(await head(`link[hreflang="${language}"]`, 'href')).toBe(`${String(baseURL)}${path}${story}`);
    const data = JSON.parse(
      (await page.locator('script[type="application/ld+json"]').first().textContent()) ?? '',
    ) as {
      headline: string;
      inLanguage: string;
    };
    expect(data.headline).toMatch(title);
    expect(data.inLanguage).toBe(locale === 'zh-TW' ? 'zh-TW' : 'zh-CN');
  });
}

test('a story is read in Traditional, code and addresses stay, and the original is one link away', async ({
  page,
}) => {
  await page.goto(`/zh-TW${story}`);
  const body = page.locator('.article-body');
  await expect(body).toContainText('證券代碼是六位數字');
  await expect(body.getByRole('img').first()).toHaveAttribute(
    'alt',
    /^A股代碼600519拆解圖|^股票代碼600519拆解圖/,
  );
  await expect(body.getByRole('img').first()).toHaveAttribute('src', '/images/posts/stock-code.png');
  await expect(body).not.toHaveAttribute('lang');
  const simplified = /[们这来时国会说为发经过对长开关问现实见东车马门风书话还进钱银财证债资险]/;
  expect(await page.locator('main').innerText()).not.toMatch(simplified);
  await page.getByRole('link', { name: zhTW.reader.readOriginal.Hans }).click();
  await expect(page).toHaveURL(new RegExp(`[^W]${story}$`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^股票代码怎么读/);
  await expect(page.getByRole('link', { name: /原文$/ })).toHaveCount(0);
});

test('a story that was written in Traditional is shown so, and in Simplified to those who read that', async ({
  page,
}) => {
  const post = buildPost({
    title: '臺灣央行總裁：皇后大道的後續發展',
    body: '<p>乾淨的干預，這裡的里長說：頭髮與發展無關。</p><p><code>軟體</code></p>',
  });
  await signIn(page.request);
  await importPost(page.request, post);
  await page.goto(`/zh-TW/articles/${post.slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(post.title);
  await expect(page.locator('.article-body')).toContainText('乾淨的干預，這裡的里長說');
  await expect(page.getByRole('link', { name: /原文$/ })).toHaveCount(0);
  await page.goto(`/articles/${post.slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('台湾央行总裁：皇后大道的后续发展');
  await expect(page.locator('.article-body')).toContainText('干净的干预，这里的里长说：头发与发展无关。');
  await expect(page.locator('.article-body code')).toHaveText('軟體');
  await page.getByRole('link', { name: zhCN.reader.readOriginal.Hant }).click();
  await expect(page).toHaveURL(new RegExp(`/zh-TW/articles/${post.slug}$`));
});

/** The languages as the masthead offers them. */
function getSwitch(page: Page) {
  return page.getByRole('banner').getByRole('list', { name: /^(语言|語言|Language)$/ });
}

test('the switch names each language in its own words and marks the current one', async ({ page }) => {
  await page.goto('/zh-TW/category');
  const links = getSwitch(page).getByRole('link');
  await expect(links).toHaveText(['简体', '繁體', 'English']);
  await expect(links.nth(1)).toHaveAttribute('aria-current', 'true');
  await expect(links.nth(0)).toHaveAttribute('hreflang', 'zh-CN');
  await expect(links.nth(2)).toHaveAttribute('lang', 'en');
  await expect(links.nth(2)).toHaveAttribute('href', '/en/category');
});

test('the switch keeps the page, its query, and the paragraph that is being read', async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 500 });
  await page.goto(`${story}?utm_source=weibo#share`);
  const paragraph = page.locator('.article-body p').nth(4);
  await paragraph.evaluate((element) => {
    scrollTo(0, scrollY + element.getBoundingClientRect().top - 60);
  });
  await follow(page, '繁體');
  await expect(page).toHaveURL(new RegExp(`/zh-TW${story}\\?utm_source=weibo$`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^股票代碼怎麼讀/);
  await expect.poll(async () => Math.abs(((await paragraph.boundingBox())?.y ?? 0) - 60)).toBeLessThan(60);
});

test('the switch keeps the anchor of the address while the reader is there', async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 500 });
  await page.goto(`${story}#share`);
  await expect(page.locator('#share')).toBeInViewport();
  await follow(page, 'English');
  await expect(page).toHaveURL(new RegExp(`/en${story}#share$`));
  await expect(page.locator('#share')).toBeInViewport();
});

/** Without the scrolling to the masthead that a click of the mouse would need. */
async function follow(page: Page, language: string): Promise<void> {
  await getSwitch(page)
    .getByRole('link', { name: language })
    .evaluate((link: HTMLAnchorElement) => {
      link.click();
    });
}

test('the switch leads from a missing page to the same missing page', async ({ page }) => {
  await page.goto('/en/nothing/here?x=1');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.reader.missingTitle);
  await getSwitch(page).getByRole('link', { name: '繁體' }).click();
  await expect(page).toHaveURL(/\/zh-TW\/nothing\/here\?x=1$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(zhTW.reader.missingTitle);
  const response = await page.goto('/zh-TW//evil.example/');
  expect(response?.status()).toBe(404);
  for (const link of await getSwitch(page).getByRole('link').all())
    expect(await link.getAttribute('href')).toMatch(/^\/[^/\\]/);
});

test('no page is chosen by what the browser asks for', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: 'zh-HK', baseURL });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await context.close();
});

test('editors get Traditional where their browser asks for Chinese of Hong Kong, and can choose', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ locale: 'zh-HK', baseURL });
  const page = await context.newPage();
  await page.goto('/admin');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-TW');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(zhTW.signIn.heading);
  await signIn(context.request);
  await page.goto('/admin/articles');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: '繁體中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-TW');
  await context.close();
});
