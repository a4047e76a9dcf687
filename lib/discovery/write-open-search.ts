import { escapeXml } from '@/lib/xml/xml-text';

const maxShortName = 16;
const maxDescription = 1024;

/**
 * The description by which browsers offer the portal's search. Source: OpenSearch 1.1, draft 6; suggestions extension.
 */
export function writeOpenSearch(site: { siteUrl: string; siteTitle: string }, description: string): string {
  const { siteUrl, siteTitle } = site;
  const shortName = Array.from(siteTitle).slice(0, maxShortName).join('');
  const url = (type: string, path: string) =>
    `<Url type="${type}" template="${escapeXml(`${siteUrl}${path}?q={searchTerms}`)}"/>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${escapeXml(shortName)}</ShortName>`,
    `<Description>${escapeXml(description.slice(0, maxDescription))}</Description>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    `<Image height="32" width="32" type="image/x-icon">${escapeXml(siteUrl)}/favicon.ico</Image>`,
    url('text/html', '/search'),
    url('application/x-suggestions+json', '/search/suggest.json'),
    url('application/rss+xml', '/search/feed.xml'),
    '</OpenSearchDescription>',
    '',
  ].join('\n');
}
