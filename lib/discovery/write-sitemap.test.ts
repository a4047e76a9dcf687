import { expect, it } from 'vitest';
import { listXmlErrors } from '@/testing/list-xml-errors';
import { writeOpenSearch } from './write-open-search';
import { writeRobots } from './write-robots';
import { getNewsLanguage, writeNewsSitemap, writeSitemap, writeSitemapIndex } from './write-sitemap';

const site = 'https://news.example';
const lastModified = new Date('2022-02-18T06:51:45Z');

it('sitemaps are valid, whatever an address holds', () => {
  const urls = ["/articles/a'b&c", `/articles/${encodeURIComponent('中文 <&>"')}`].map((path) => ({
    path,
    lastModified,
  }));
  const xml = writeSitemap(site, [{ path: '/' }, ...urls]);
  expect(listXmlErrors(xml, 'sitemap.xsd')).toEqual([]);
  expect(xml).toContain('<lastmod>2022-02-18T06:51:45.000Z</lastmod>');
  expect(listXmlErrors(writeSitemapIndex(site, urls), 'siteindex.xsd')).toEqual([]);
  expect(listXmlErrors(writeSitemap(site, []), 'sitemap.xsd')).not.toEqual([]);
  expect(listXmlErrors(writeSitemap(site, [{ path: '/a' }, { path: '/a' }]), 'sitemap.xsd')).not.toEqual([]);
});

it('news sitemaps are valid, whatever a title says', () => {
  const titles = ['a\u0000]]> <b> & "c"', '😀\ud83d', '长'.repeat(10_000)];
  const stories = titles.map((title, at) => ({
    path: `/articles/${at}`,
    title,
    language: 'zh-TW',
    publishedAt: lastModified,
  }));
  const xml = writeNewsSitemap(site, '金融 & 消息', stories);
  expect(listXmlErrors(xml, 'sitemap.xsd')).toEqual([]);
  expect(xml).toContain('<news:name>金融 &amp; 消息</news:name><news:language>zh-tw</news:language>');
});

it.each([
  ['zh-CN', 'zh-cn'],
  ['zh', 'zh-cn'],
  ['zh-Hant-HK', 'zh-tw'],
  ['en-US', 'en'],
  ['ja', 'ja'],
])('%s is %s in the news', (language, expected) => expect(getNewsLanguage(language)).toBe(expected));

it('the search description is valid', () => {
  const xml = writeOpenSearch({ siteUrl: site, siteTitle: '名'.repeat(40) }, '描述 & <b>');
  expect(listXmlErrors(xml, 'opensearch.rng')).toEqual([]);
  expect(xml).toContain('template="https://news.example/search/suggest.json?q={searchTerms}"');
});

it('robots.txt closes what is endless or nobody is to find, and nothing else', () => {
  const robots = writeRobots(site, ['en']);
  const open = ['/', '/feed.xml', '/category/a?before=b', '/search', '/search/feed.xml?q=a', '/articles/a.md', '/tag/api/', '/en/search', '/s/abc', '/images/a.webp']; // prettier-ignore
  const closed = ['/admin', '/admin/import', '/api/articles', '/search?q=a', '/en/search?q=a', '/search/suggest.json?q=a']; // prettier-ignore
  expect(open.filter((path) => !mayRead(robots, path))).toEqual([]);
  expect(closed.filter((path) => mayRead(robots, path))).toEqual([]);
  expect(robots).toContain('\nSitemap: https://news.example/sitemap.xml\n');
});

/** RFC 9309, 2.2.2: the longest rule that fits decides, and Allow wins a draw. */
function mayRead(robots: string, path: string): boolean {
  const rules = robots.split('\n').flatMap((line) => {
    const [, kind, prefix] = /^(Allow|Disallow): (\/.*)$/.exec(line) ?? [];
    return prefix !== undefined && path.startsWith(prefix) ? [{ kind, length: prefix.length }] : [];
  });
  const longest = Math.max(0, ...rules.map(({ length }) => length));
  const deciding = rules.filter(({ length }) => length === longest);
  return deciding.length === 0 || deciding.some(({ kind }) => kind === 'Allow');
}
