import type { APIRequestContext } from '@playwright/test';
import { messages } from '../support/messages';
import { expect, test } from '../support/test';

const slug = 'NW202611212481736095';

async function findShareUrl(request: APIRequestContext): Promise<string> {
  return ((await (await request.get(`/api/articles/${slug}`)).json()) as { shareUrl: string }).shareUrl;
}

/** Tags of a page by name, property or itemprop, in the order of the page. */
function readTags(html: string): Map<string, string> {
  const tags = html.matchAll(/<meta (?:property|name|itemProp|itemprop)="([^"]+)" content="([^"]*)"/g);
  return new Map(Array.from(tags, ([, name = '', content = '']) => [name, content]));
}

test('the card of an article is a picture that every chat takes', async ({ request }) => {
  const html = await (await request.get(`/articles/${slug}`)).text();
  const head = html.slice(0, html.indexOf('</head>'));
  const tags = readTags(head);
  const address = tags.get('og:image') ?? '';
  expect(new URL(address).pathname).toBe(`/articles/${slug}/card.png`);
  expect(tags.get('twitter:image')).toBe(address);
  expect(tags.get('og:image:width')).toBe('1200');
  expect(tags.get('og:image:height')).toBe('630');
  expect(tags.get('og:image:type')).toBe('image/png');
  expect(tags.get('og:image:alt')).toBe(tags.get('og:title'));
  expect(tags.get('og:locale')).toBe('zh_CN');
  expect(tags.get('twitter:label1')).toBe(messages.cards.sourceLabel);
  // QQ reads these.
  expect(readTags(html).get('name')).toBe(tags.get('og:title'));

  const card = await request.get(address);
  expect(card.status()).toBe(200);
  expect(card.headers()).toMatchObject({ 'content-type': 'image/png' });
  expect(card.headers()['cache-control']).toMatch(/max-age=86400/);
  const bytes = await card.body();
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(bytes.length).toBeLessThan(60_000);
  const again = await request.get(address, { headers: { 'If-None-Match': card.headers()['etag'] ?? '' } });
  expect(again.status()).toBe(304);
  // What others have kept goes on answering.
  expect((await request.get(`/articles/${slug}/card.png?v=old`)).status()).toBe(200);
  expect((await request.get('/articles/none/card.png')).status()).toBe(404);
});

test('other pages show the card of the portal', async ({ request }) => {
  for (const path of ['/', '/en/category']) {
    const address = readTags(await (await request.get(path)).text()).get('og:image') ?? '';
    expect(new URL(address).pathname).toMatch(/^(?:\/en)?\/card\.png$/);
    expect((await request.get(address)).headers()['content-type']).toBe('image/png');
  }
});

test('at a short link crawlers see the card and people are sent on', async ({ request }) => {
  const link = await findShareUrl(request);
  const ask = (userAgent: string) =>
    request.get(link, { maxRedirects: 0, headers: { 'User-Agent': userAgent } });
  for (const crawler of [
    'WhatsApp/2.23.20.0 A',
    'TelegramBot (like TwitterBot)',
    'facebookexternalhit/1.1',
  ]) {
    const response = await ask(crawler);
    expect([crawler, response.status()]).toEqual([crawler, 200]);
    expect(response.headers()['vary']).toContain('User-Agent');
    const html = await response.text();
    expect(readTags(html).get('og:url')).toMatch(new RegExp(`/articles/${slug}$`));
    expect(html).toMatch(new RegExp(`<link rel="canonical" href="[^"]*/articles/${slug}"`));
    expect(readTags(html).get('og:image')).toContain('/card.png?v=');
  }
  const wechat =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.42';
  for (const person of [wechat, 'curl/8.9.1']) {
    const response = await ask(person);
    expect([person, response.status()]).toEqual([person, 302]);
    expect(response.headers()).toMatchObject({ vary: 'User-Agent', location: `/articles/${slug}` });
  }
});

test('other sites can quote an article by oEmbed', async ({ request, baseURL }) => {
  const html = await (await request.get(`/articles/${slug}`)).text();
  const discovered = /<link[^>]*type="application\/json\+oembed"[^>]*>/.exec(html)?.[0] ?? '';
  const endpoint = (/href="([^"]+)"/.exec(discovered)?.[1] ?? '').replaceAll('&amp;', '&');
  const oembed: unknown = await (await request.get(endpoint)).json();
  expect(oembed).toMatchObject({ version: '1.0', type: 'rich', thumbnail_width: 1200 });
  const ask = async (url: string, more = '') =>
    (await request.get(`/oembed?url=${encodeURIComponent(url)}${more}`)).status();
  const origin = new URL(endpoint).origin;
  expect(await ask(`${origin}/en/articles/${slug}`)).toBe(200);
  expect(await ask(`${origin}/articles/${slug}`, '&format=xml&maxwidth=300')).toBe(200);
  expect(await ask(await findShareUrl(request))).toBe(200);
  expect(await ask(`${origin}/a/b/2026/11/22/${slug}.html`)).toBe(200);
  expect(await ask(`${origin}/articles/${slug}`, '&format=yaml')).toBe(501);
  expect(await ask(`${origin}/category`)).toBe(404);
  expect(await ask(`https://evil.example/articles/${slug}`)).toBe(404);
  expect((await request.get(`${baseURL}/oembed`)).status()).toBe(400);
});

test('a reader passes a story on by plain links', async ({ page }) => {
  await page.goto(`/articles/${slug}`);
  const link = (await page.locator('[data-share-url]').textContent()) ?? '';
  for (const name of Object.values(messages.cards.targets)) {
    const target = page.getByRole('link', { name, exact: true });
    await expect(target).toHaveAttribute('href', new RegExp(encodeURIComponent(link).replaceAll('.', '\\.')));
    await expect(target).toHaveAttribute('rel', /noopener/);
  }
});
