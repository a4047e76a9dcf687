import type { APIRequestContext } from '@playwright/test';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { messages } from '../support/messages';
import { listXmlErrors } from '../../testing/list-xml-errors';
import { expect, test } from '../support/test';

test.use({ javaScriptEnabled: false });

const slug = 'NW202611212481736095';
const category = 'shichangcishu';

async function read(request: APIRequestContext, path: string) {
  const response = await request.get(path, { maxRedirects: 0 });
  return { status: response.status(), headers: response.headers(), body: await response.text() };
}

for (const list of ['', `/category/${category}`]) {
  test(`the feeds of ${list || 'the site'} are valid and hold the same stories in full`, async ({
    request,
  }) => {
    const rss = await read(request, `${list}/feed.xml`);
    const atom = await read(request, `${list}/atom.xml`);
    const json = await read(request, `${list}/feed.json`);
    expect([rss, atom, json].map(({ headers }) => headers['content-type'])).toEqual([
      'application/rss+xml; charset=utf-8',
      'application/atom+xml; charset=utf-8',
      'application/feed+json; charset=utf-8',
    ]);
    expect(listXmlErrors(rss.body, 'rss.rng')).toEqual([]);
    expect(listXmlErrors(atom.body, 'atom.rng')).toEqual([]);
    const links = (parseRssFeed(rss.body).items ?? []).map(({ link }) => link);
    expect(links.some((link) => link?.endsWith(`/articles/${slug}`))).toBe(true);
    expect((parseAtomFeed(atom.body).entries ?? []).map(({ id }) => id)).toEqual(links);
    expect((parseJsonFeed(json.body).items ?? []).map(({ id }) => id)).toEqual(links);
  });
}

test('a feed is not sent twice', async ({ request }) => {
  const { headers } = await read(request, '/feed.xml');
  const etag = headers['etag'] ?? '';
  const modified = headers['last-modified'] ?? '';
  const ask = async (condition: Record<string, string>) =>
    (await request.get('/feed.xml', { headers: condition })).status();
  expect(await ask({ 'If-None-Match': etag })).toBe(304);
  expect(await ask({ 'If-Modified-Since': modified })).toBe(304);
  expect(await ask({ 'If-None-Match': '"other"', 'If-Modified-Since': modified })).toBe(200);
  expect(await ask({ 'If-Modified-Since': 'Sat, 01 Jan 2000 00:00:00 GMT' })).toBe(200);
});

test('other spellings and languages lead to the one feed, unknown lists to no feed', async ({ request }) => {
  for (const [from, to] of [
    ['/category/ShiChangCiShu/feed.xml', `/category/${category}/feed.xml`],
    [`/en/category/${category}/atom.xml`, `/category/${category}/atom.xml`],
    ['/zh-TW/feed.json', '/feed.json'],
    ['/zh-CN/feed.xml', '/feed.xml'],
    [`/articles/${slug.toLowerCase()}.md`, `/articles/${slug}.md`],
  ] as const) {
    const { status, headers } = await read(request, from);
    expect({ from, status, to: headers['location'] }).toEqual({ from, status: 308, to });
  }
  for (const path of ['/tag/nobody/feed.xml', '/stock/1.000000/feed.xml', '/category/nobody/feed.json'])
    expect((await read(request, path)).status, path).toBe(404);
});

for (const [prefix, lang] of [
  ['', 'zh-CN'],
  ['/zh-TW', 'zh-TW'],
  ['/en', 'en'],
] as const) {
  test(`heads of ${lang} pages name feeds, search, manifest and Markdown`, async ({ request, baseURL }) => {
    const readHead = async (path: string) => {
      const { body } = await read(request, path);
      expect(body).toContain(`<html lang="${lang}"`);
      return (mark: string) => new RegExp(`<link [^>]*${mark}[^>]* href="([^"]+)"`).exec(body)?.[1];
    };
    const front = await readHead(prefix || '/');
    expect(front('application/rss\\+xml')).toBe(`${baseURL}/feed.xml`);
    expect(front('rel="search"')).toBe('/opensearch.xml');
    expect(front('rel="manifest"')).toBe('/manifest.webmanifest');
    const list = await readHead(`${prefix}/category/${category}`);
    const folder = `${baseURL}/category/${category}`;
    expect(list('application/rss\\+xml')).toBe(`${folder}/feed.xml`);
    expect(list('application/atom\\+xml')).toBe(`${folder}/atom.xml`);
    expect(list('application/feed\\+json')).toBe(`${folder}/feed.json`);
    const story = await readHead(`${prefix}/articles/${slug}`);
    expect(story('text/markdown')).toBe(`${baseURL}/articles/${slug}.md`);
  });
}

test('a reader finds the feed of a list on its page, and the site’s at its foot', async ({ page }) => {
  await page.goto(`/category/${category}`);
  const text = messages.syndication.subscribe;
  await expect(page.locator('main').getByRole('link', { name: /RSS/ })).toHaveAttribute(
    'href',
    `/category/${category}/feed.xml`,
  );
  await expect(page.locator('footer').getByRole('link', { name: text })).toHaveAttribute('href', '/feed.xml');
});

test('sitemaps lead from robots.txt to every story', async ({ request, baseURL }) => {
  const robots = await read(request, '/robots.txt');
  expect(robots.body).toContain(`\nSitemap: ${baseURL}/sitemap.xml\n`);
  const index = await read(request, '/sitemap.xml');
  expect(listXmlErrors(index.body, 'siteindex.xsd')).toEqual([]);
  const paths = [...index.body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname);
  const pages: string[] = [];
  for (const path of paths) {
    const { status, body } = await read(request, path);
    expect({ path, status, errors: listXmlErrors(body, 'sitemap.xsd') }).toEqual({
      path,
      status: 200,
      errors: [],
    });
    pages.push(...[...body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url));
  }
  expect(pages).toContain(`${baseURL}/articles/${slug}`);
  expect(pages).toContain(`${baseURL}/category/${category}`);
  expect((await read(request, '/news-sitemap.xml')).status).toBe(200);
  expect((await read(request, '/news-sitemap-2.xml')).status).toBe(404);
  expect((await read(request, '/sitemap-1999-01.xml')).status).toBe(404);
});

test('a story is there as Markdown, which names its page as the original', async ({ request, baseURL }) => {
  const { headers, body } = await read(request, `/articles/${slug}.md`);
  expect(headers['content-type']).toBe('text/markdown; charset=utf-8');
  expect(headers['link']).toBe(`<${baseURL}/articles/${slug}>; rel="canonical"`);
  expect(body).toMatch(/^# .*股票代码/);
  expect(body).toContain(`- ${messages.syndication.markdown.page}: <${baseURL}/articles/${slug}>`);
  expect((await read(request, '/articles/nobody.md')).status).toBe(404);
});

test('programs find what the portal is', async ({ request, baseURL }) => {
  const search = await read(request, '/opensearch.xml');
  expect(listXmlErrors(search.body, 'opensearch.rng')).toEqual([]);
  const manifest = await request.get('/manifest.webmanifest');
  const { name, icons, display } = (await manifest.json()) as {
    name: string;
    icons: { src: string }[];
    display: string;
  };
  expect([name, display]).toEqual(['金融消息', 'browser']);
  for (const { src } of icons) expect((await request.get(src)).status(), src).toBe(200);
  const llms = await read(request, '/llms.txt');
  expect(llms.body).toMatch(/^# 金融消息\n\n> /);
  const linked = [...llms.body.matchAll(/\]\((\S+)\)/g)].map(([, url = '']) =>
    url.replace(baseURL ?? '', ''),
  );
  expect(linked).toContain('/feed.xml');
});

test('further pages of a list ask not to be listed, while their links are followed', async ({ request }) => {
  const { body } = await read(request, `/category/${category}?before=0.1`);
  expect(body).toContain('<meta name="robots" content="noindex, follow"/>');
  expect((await read(request, `/category/${category}`)).body).not.toContain('name="robots"');
});
