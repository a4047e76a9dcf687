import { feedTypes } from '@/lib/sharing/build-feed-path';
import type { Feed, FeedItem } from './feed';
import { escapeXml, wrapCdata, writeElement, writeText } from '@/lib/xml/xml-text';

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
};
/** Minutes for which a reader may keep it without asking. */
const ttl = '5';

/** RSS 2.0 with the full text in `content:encoded`. Source: RSS Advisory Board, specification and best practices. */
export function writeRss(feed: Feed): string {
  const self = { href: feed.urls.rss, rel: 'self', type: feedTypes.rss };
  const head = [
    writeText('title', feed.title),
    writeText('link', feed.pageUrl),
    writeText('description', feed.description),
    writeText('language', feed.language),
    writeText('lastBuildDate', feed.updatedAt.toUTCString()),
    writeText('generator', 'Finews'),
    writeText('ttl', ttl),
    writeElement('atom:link', self),
  ];
  const channel = [...head, ...feed.items.map(writeItem)].join('\n');
  const rss = writeElement('rss', { version: '2.0', ...namespaces }, writeElement('channel', {}, channel));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${rss}\n`;
}

function writeItem(item: FeedItem): string {
  const parts = [
    writeText('title', item.title),
    writeText('link', item.url),
    writeElement('guid', { isPermaLink: 'true' }, escapeXml(item.url)),
    writeText('pubDate', item.publishedAt.toUTCString()),
    writeText('dc:creator', item.sourceName),
    writeText('dc:source', item.sourceUrl),
    writeText('dc:language', item.language),
    ...item.categories.map((name) => writeText('category', name)),
    // A description is HTML: what is plain text must look like it after one unescaping more.
    writeText('description', escapeXml(item.summary)),
    item.html === '' ? '' : `<content:encoded>${wrapCdata(item.html)}</content:encoded>`,
    item.imageUrl === null ? '' : writeElement('media:thumbnail', { url: item.imageUrl }),
    item.updatedAt > item.publishedAt ? writeText('atom:updated', item.updatedAt.toISOString()) : '',
  ];
  return writeElement('item', {}, parts.join(''));
}
