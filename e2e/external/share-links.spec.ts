import type { APIRequestContext } from '@playwright/test';
import { messages } from '../support/messages';
import { expect, test } from '../support/test';

test.use({ javaScriptEnabled: false });

const slug = 'NW202611212481736095';
const id = slug.slice(2);

async function ask(request: APIRequestContext, path: string) {
  const response = await request.get(path, { maxRedirects: 0 });
  return { status: response.status(), location: response.headers()['location'] };
}

const oldAddresses = [
  `/shichangcishu/2026/11/21/${slug}.html`,
  `/shichangcishu/2026/11/20/${slug.toLowerCase()}`,
  `/a/b/2026/11/22/${slug}.html`,
  `/2026/11/21/${slug}.html`,
  `/2026/12/24/2026-11-21-${slug}.html`,
  `/html_News/NewsShare.html?infoCode=${slug}`,
  `/news/11059,${id}.html`,
  `/a/${id}.html`,
  `/articles/${slug.toLowerCase()}`,
];

for (const address of oldAddresses) {
  test(`${address} leads to the story in one hop`, async ({ request, page }) => {
    expect(await ask(request, address)).toEqual({ status: 308, location: `/articles/${slug}` });
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('股票代码');
  });
}

test('old category pages lead to the category', async ({ request }) => {
  for (const address of ['/category/shichangcishu.html', '/category/ShiChangCiShu.html', '/shichangcishu/']) {
    expect(await ask(request, address)).toEqual({ status: 308, location: '/category/shichangcishu' });
  }
});

test('an old link with a tag for its anchor lands at that category', async ({ page }) => {
  await page.goto(`/#${encodeURIComponent('市场词典新闻')}`);
  await expect(page.locator('[id="市场词典新闻"]')).toBeAttached();
});

test('the short link leads to the story with 302 and counts people, not robots', async ({ request }) => {
  const article = (await (await request.get(`/api/articles/${slug}`)).json()) as { shareUrl: string };
  const path = new URL(article.shareUrl).pathname;
  expect(await ask(request, path)).toEqual({ status: 302, location: `/articles/${slug}` });
  expect((await request.get('/s/zzzzzzzz', { maxRedirects: 0 })).status()).toBe(404);
});

test('an address that never was is a true 404 that shows ways on', async ({ page }) => {
  const response = await page.goto('/2026/11/21/nothing-of-the-kind.html');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(messages.reader.missingTitle);
  await expect(page.locator('main').getByRole('link').first()).toBeVisible();
  await expect(page.locator('meta[name="robots"]').first()).toHaveAttribute('content', /noindex/);
});

test('no address leads away from the portal', async ({ request, baseURL }) => {
  const hostile = [
    '//evil.example/',
    '/\\evil.example',
    '/en//evil.example/',
    '/zh-CN//evil.example',
    '/%2F%2Fevil.example',
    '/articles/%2e%2e%2f%2fevil.example',
    '/?next=https://evil.example',
  ];
  for (const path of hostile) {
    const { location } = await ask(request, `${baseURL}${path}`);
    expect({
      path,
      leads: location === undefined ? 'nowhere' : new URL(location, 'http://own.example').host,
    }).toEqual({
      path,
      leads: location === undefined ? 'nowhere' : 'own.example',
    });
  }
});

test('a card of the story has title, description, picture and absolute addresses', async ({ request }) => {
  const html = await (await request.get(`/articles/${slug}`)).text();
  const meta = (name: string) =>
    new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1];
  expect(meta('og:type')).toBe('article');
  expect(meta('og:title')).toContain('股票代码');
  expect(meta('og:url')).toMatch(/^http:\/\/.*\/articles\/NW202611212481736095$/);
  expect(meta('og:image')).toMatch(/^https?:\/\//);
  expect(meta('og:description')).not.toMatch(/[<>]|&lt;/);
  expect(meta('twitter:card')).toMatch(/^summary/);
  const json: unknown = JSON.parse(
    /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html)?.[1] ?? '',
  );
  expect(json).toMatchObject({
    '@type': 'NewsArticle',
    datePublished: expect.stringMatching(/^2026-11-21T08:30:\d\d\+08:00$/),
  });
});

test('security headers and a policy without inline script are on every page, also on errors', async ({
  request,
}) => {
  for (const path of ['/', `/articles/${slug}`, '/nothing', '/admin', '/api/health', '/favicon.svg']) {
    const headers = (await request.get(path)).headers();
    expect(headers['content-security-policy'], path).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers['content-security-policy'], path).not.toMatch(/script-src[^;]*'unsafe-(?:inline|eval)'/);
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['x-powered-by'], path).toBeUndefined();
  }
});

test('a page comes compressed as the browser takes it, with an entity tag, and is not sent twice', async ({
  request,
}) => {
  const ask = (headers: Record<string, string>) => request.get(`/articles/${slug}`, { headers });
  const first = await ask({ 'Accept-Encoding': 'gzip, deflate, br' });
  const older = await ask({ 'Accept-Encoding': 'gzip' });
  const second = await ask({ 'If-None-Match': first.headers()['etag'] ?? '' });
  expect(first.headers()['content-encoding']).toBe('br');
  expect(older.headers()['content-encoding']).toBe('gzip');
  expect(await older.text()).toBe(await first.text());
  expect(second.status()).toBe(304);
});

test('scripts and style sheets come compressed and are kept until they change', async ({ page, request }) => {
  await page.goto(`/articles/${slug}`);
  const addresses = await page
    .locator('head script[src], head link[rel="stylesheet"]')
    .evaluateAll((tags) => tags.map((tag) => tag.getAttribute('src') ?? tag.getAttribute('href') ?? ''));
  const theme = addresses.find((address) => /^\/assets\/theme\.js\?v=/.test(address)) ?? '';
  expect(addresses.some((address) => address.endsWith('.css'))).toBe(true);
  for (const address of [...addresses, theme.replace('theme', 'reader')]) {
    const headers = (await request.get(address)).headers();
    expect(headers['content-encoding'], address).toBe('br');
    expect(headers['cache-control'], address).toMatch(/max-age=31536000, immutable/);
  }
});
