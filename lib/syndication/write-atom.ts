import { feedTypes } from '@/lib/sharing/build-feed-path';
import type { Feed, FeedItem } from './feed';
import { wrapCdata, writeElement, writeText } from '@/lib/xml/xml-text';

/** Atom 1.0. Source: RFC 4287. */
export function writeAtom(feed: Feed): string {
  const parts = [
    writeText('id', feed.urls.atom),
    writeText('title', feed.title),
    writeText('subtitle', feed.description),
    writeText('updated', feed.updatedAt.toISOString()),
    writeElement('link', { rel: 'self', type: feedTypes.atom, href: feed.urls.atom }),
    writeElement('link', { rel: 'alternate', type: 'text/html', href: feed.pageUrl }),
    // A feed needs an author as soon as one of its entries has none.
    writeElement('author', {}, writeText('name', feed.siteTitle)),
    writeText('generator', 'Finews'),
    ...feed.items.map(writeEntry),
  ];
  const attributes = { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement('feed', attributes, parts.join('\n'))}\n`;
}

function writeEntry(item: FeedItem): string {
  const parts = [
    writeText('id', item.url),
    writeText('title', item.title),
    writeElement('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    // "via": the resource that the entry was made from.
    item.sourceUrl === null ? '' : writeElement('link', { rel: 'via', href: item.sourceUrl }),
    writeText('published', item.publishedAt.toISOString()),
    writeText('updated', item.updatedAt.toISOString()),
    item.sourceName === null ? '' : writeElement('author', {}, writeText('name', item.sourceName)),
    ...item.categories.map((term) => writeElement('category', { term })),
    writeText('summary', item.summary),
    item.html === '' ? '' : writeElement('content', { type: 'html' }, wrapCdata(item.html)),
  ];
  return writeElement('entry', { 'xml:lang': item.language }, parts.join(''));
}
