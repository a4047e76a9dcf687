import { escapeXml } from '@/lib/xml/xml-text';

/** A page in a sitemap; `path` begins with `/` and is percent-encoded. */
export interface SitemapUrl {
  path: string;
  lastModified?: Date;
}

/** A fresh story in the news sitemap. */
export interface NewsUrl {
  path: string;
  title: string;
  /** BCP 47 */
  language: string;
  publishedAt: Date;
}

const sitemapSpace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const newsSpace = 'http://www.google.com/schemas/sitemap-news/0.9';
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** A sitemap, at most 50,000 URLs and 50 MB. Source: sitemaps.org, protocol 0.9. */
export function writeSitemap(siteUrl: string, urls: SitemapUrl[]): string {
  const entries = urls.map((url) => `<url>${writeLocation(siteUrl, url)}</url>\n`);
  return `${declaration}<urlset xmlns="${sitemapSpace}">\n${entries.join('')}</urlset>\n`;
}

/** The index that names all sitemaps. */
export function writeSitemapIndex(siteUrl: string, sitemaps: SitemapUrl[]): string {
  const entries = sitemaps.map((url) => `<sitemap>${writeLocation(siteUrl, url)}</sitemap>\n`);
  return `${declaration}<sitemapindex xmlns="${sitemapSpace}">\n${entries.join('')}</sitemapindex>\n`;
}

/**
 * A news sitemap, at most 1,000 stories of the last two days; `publication` is the portal's name as its pages show it.
 * Source: Google Search Central, "Create a news sitemap".
 */
export function writeNewsSitemap(siteUrl: string, publication: string, stories: NewsUrl[]): string {
  const entries = stories.map((story) => {
    const language = `<news:language>${escapeXml(getNewsLanguage(story.language))}</news:language>`;
    const name = `<news:name>${escapeXml(publication)}</news:name>`;
    return (
      `<url>${writeLocation(siteUrl, story)}<news:news><news:publication>${name}${language}</news:publication>` +
      `<news:publication_date>${story.publishedAt.toISOString()}</news:publication_date>` +
      `<news:title>${escapeXml(story.title)}</news:title></news:news></url>\n`
    );
  });
  return `${declaration}<urlset xmlns="${sitemapSpace}" xmlns:news="${newsSpace}">\n${entries.join('')}</urlset>\n`;
}

/** ISO 639, but for Chinese, where Google wants `zh-cn` or `zh-tw`. */
export function getNewsLanguage(language: string): string {
  const [code = '', ...rest] = language.toLowerCase().split('-');
  if (code !== 'zh') return code;
  return rest.some((part) => ['tw', 'hk', 'mo', 'hant'].includes(part)) ? 'zh-tw' : 'zh-cn';
}

function writeLocation(siteUrl: string, { path, lastModified }: SitemapUrl): string {
  const date = lastModified ? `<lastmod>${lastModified.toISOString()}</lastmod>` : '';
  return `<loc>${escapeXml(siteUrl + path)}</loc>${date}`;
}
