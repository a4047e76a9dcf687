/**
 * robots.txt. Closed is what costs crawlers time and gives them nothing: editors' pages, the API, and the endless
 * number of possible searches. Lists further down stay open, as their links lead to stories; they ask by themselves not
 * to be listed (`noindex, follow`), which only a crawler that may read them can see. `locales`: the prefixes.
 */
export function writeRobots(siteUrl: string, locales: readonly string[]): string {
  const prefixes = ['', ...locales.map((locale) => `/${locale}`)];
  const lines = [
    'User-agent: *',
    'Disallow: /admin',
    'Disallow: /api/',
    ...prefixes.map((prefix) => `Disallow: ${prefix}/search?`),
    'Disallow: /search/',
    'Allow: /search/feed.xml',
    '',
    `Sitemap: ${siteUrl}/sitemap.xml`,
    `Sitemap: ${siteUrl}/news-sitemap.xml`,
  ];
  return `${lines.join('\n')}\n`;
}
