import type { Feed, FeedItem } from './feed';
import { cleanXmlText } from '@/lib/xml/xml-text';

/** JSON Feed 1.1. Source: jsonfeed.org/version/1.1. What is unknown is left out. */
export function writeJsonFeed(feed: Feed): string {
  const json = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.pageUrl,
    feed_url: feed.urls.json,
    description: feed.description,
    language: feed.language,
    authors: [{ name: feed.siteTitle }],
    items: feed.items.map(buildItem),
  };
  // The same characters as in the other two: a control character is of no use to any reader.
  return JSON.stringify(json, (_key, value: unknown) =>
    typeof value === 'string' ? cleanXmlText(value) : value,
  );
}

function buildItem(item: FeedItem) {
  return {
    id: item.url,
    url: item.url,
    external_url: item.sourceUrl ?? undefined,
    title: item.title,
    // One of the two must be there.
    ...(item.html === '' ? { content_text: item.summary } : { content_html: item.html }),
    summary: item.summary === '' ? undefined : item.summary,
    image: item.imageUrl ?? undefined,
    date_published: item.publishedAt.toISOString(),
    date_modified: item.updatedAt > item.publishedAt ? item.updatedAt.toISOString() : undefined,
    authors: item.sourceName === null ? undefined : [{ name: item.sourceName }],
    tags: item.categories.length > 0 ? item.categories : undefined,
    language: item.language,
  };
}
