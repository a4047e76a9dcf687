import { parseCursor } from '@/lib/articles/article-cursor';
import { getConfig } from '@/lib/config/config';
import {
  countNews,
  countStockSitemaps,
  listArticleSitemaps,
  listArticleUrls,
  listCategoryUrls,
  listNewsUrls,
  listStockUrls,
  listStoryDays,
  newsSitemapSize,
} from '@/lib/discovery/sitemap-store';
import {
  type SitemapUrl,
  writeNewsSitemap,
  writeSitemap,
  writeSitemapIndex,
} from '@/lib/discovery/write-sitemap';
import type { Document, DocumentRoute } from './documents';

const startPages = ['/', '/category', '/stocks', '/archive'].map((path) => ({ path }));

/** The index, and below it: pages and categories, days, stocks, a file for each month of articles, fresh news. */
export const sitemapDocuments: DocumentRoute[] = [
  { pattern: /^\/sitemap\.xml$/, query: [], render: async () => toXml(await buildIndex()) },
  {
    pattern: /^\/sitemap-pages\.xml$/,
    query: [],
    render: async () => toSitemap([...startPages, ...(await listCategoryUrls())]),
  },
  {
    pattern: /^\/sitemap-days\.xml$/,
    query: [],
    render: async () => toSitemap((await listStoryDays(getConfig().timeZone)).map(buildDayUrl)),
  },
  {
    pattern: /^\/sitemap-stocks-(?<part>[1-9]\d{0,4})\.xml$/,
    query: [],
    render: async ({ groups }) => toSitemap(await listStockUrls(Number(groups['part']))),
  },
  {
    pattern:
      /^\/sitemap-(?<month>\d{4}-(?:0[1-9]|1[0-2]))(?:-after-(?<after>-?[0-9a-z]{1,11}\.[0-9a-z]{1,7}))?\.xml$/,
    query: [],
    render: ({ groups: { month = '', after } }) => renderMonth(month, after),
  },
  {
    pattern: /^\/news-sitemap(?:-(?<part>[2-9]|[1-9]\d{1,3}))?\.xml$/,
    query: [],
    render: ({ groups }) => renderNews(Number(groups['part'] ?? 1)),
  },
];

async function buildIndex(): Promise<string> {
  const { siteUrl, timeZone } = getConfig();
  const articles = await listArticleSitemaps(timeZone);
  const news = await countNews();
  const newsParts = Math.ceil(news.count / newsSitemapSize);
  return writeSitemapIndex(siteUrl, [
    ...countUp(newsParts).map((part) => ({
      path: buildNewsPath(part),
      ...(part === 1 && news.newest && { lastModified: news.newest }),
    })),
    { path: '/sitemap-pages.xml' },
    ...(articles.length > 0 ? [{ path: '/sitemap-days.xml' }] : []),
    ...countUp(await countStockSitemaps()).map((part) => ({ path: `/sitemap-stocks-${part}.xml` })),
    ...articles.map(({ month, after, lastModified }) => ({
      path: `/sitemap-${month}${after === undefined ? '' : `-after-${after}`}.xml`,
      lastModified,
    })),
  ]);
}

async function renderMonth(month: string, after: string | undefined): Promise<Document | undefined> {
  if (after !== undefined && !isCursor(after)) return undefined;
  return toSitemap(await listArticleUrls({ month, after }, getConfig().timeZone));
}

/** The first is there always: search engines are told its address once and come back to it. */
async function renderNews(part: number): Promise<Document | undefined> {
  const { siteUrl, siteTitle } = getConfig();
  const stories = await listNewsUrls(part);
  return stories.length === 0 && part > 1 ? undefined : toXml(writeNewsSitemap(siteUrl, siteTitle, stories));
}

function buildNewsPath(part: number): string {
  return part === 1 ? '/news-sitemap.xml' : `/news-sitemap-${part}.xml`;
}

function buildDayUrl(day: string): SitemapUrl {
  return { path: `/archive/${day.replaceAll('-', '/')}` };
}

/** A sitemap without URLs is not valid: an address that has none is unknown. */
function toSitemap(urls: SitemapUrl[]): Document | undefined {
  return urls.length === 0 ? undefined : toXml(writeSitemap(getConfig().siteUrl, urls));
}

function toXml(body: string): Document {
  return { contentType: 'application/xml; charset=utf-8', body };
}

function countUp(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function isCursor(text: string): boolean {
  try {
    return parseCursor(text).id > 0;
  } catch {
    return false;
  }
}
