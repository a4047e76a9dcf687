import { readFeedItem } from './feed-item';
import { FeedMetaReader } from './feed-meta';
import { isJsonFeed, parseJsonFeed, readJsonFeedItem } from './json-feed';
import { rejectEntry, rejectFile } from './many-posts';
import type { FormatReader, RawEntry } from './raw-post';
import { readRecords } from './xml/read-records';
import { findRootTag } from './xml/root-tag';
import { findAll, findText, type XmlElement } from './xml/xml-element';

/** RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0 (Blogger's exports too), JSON Feed; not well-formed ones as well. */
export const feedReader: FormatReader = { format: 'feed', recognise: isFeed, read };

function isFeed(text: string): boolean {
  const root = findRootTag(text);
  if (root === null) return isJsonFeed(text);
  return /^<(?:[\w-]+:)?(?:rss|rdf|feed|entry|channel)(?=[\s/>])/i.test(root);
}

function read(text: string, path: string): Generator<RawEntry> {
  return /^\s*\{/.test(text) ? readJson(text, path) : readXml(text, path);
}

function* readXml(text: string, path: string): Generator<RawEntry> {
  const meta = new FeedMetaReader();
  let count = 0;
  for (const { kind, element } of readRecords(text)) {
    if (kind === 'channel') meta.addChannel(element);
    else if (kind === 'meta') meta.add(element);
    else if (isPost(element)) {
      count += 1;
      const place = { path: `${path}#${count}`, line: element.line };
      const item = readFeedItem(element, meta.link);
      const fields = { ...meta.language, ...item.fields };
      yield isEmpty(item)
        ? rejectEntry(place)
        : { kind: 'post', post: { ...item, ...place, fields, notes: [] } };
    }
  }
  if (count === 0) yield rejectFile(path);
}

function* readJson(text: string, path: string): Generator<RawEntry> {
  const feed = parseJsonFeed(text);
  const items = feed?.items ?? [];
  for (const [index, unknownItem] of items.entries()) {
    const place = { path: `${path}#${index + 1}` };
    const item = readJsonFeedItem(unknownItem);
    if (!item || isEmpty(item)) yield rejectEntry(place);
    else {
      const fields = { ...(feed?.language ? { language: feed.language } : {}), ...item.fields };
      yield { kind: 'post', post: { ...item, ...place, fields, notes: [] } };
    }
  }
  if (items.length === 0) yield rejectFile(path);
}

/** Blogger's export holds comments, settings and templates as well. */
function isPost(item: XmlElement): boolean {
  const kind = findAll(item, 'atom:category').find(({ attributes }) =>
    attributes['scheme']?.endsWith('/g/2005#kind'),
  );
  const stated = kind?.attributes['term']?.replace(/^.*#/, '') ?? findText(item, 'blogger:type') ?? 'post';
  return /^(?:post|page)$/i.test(stated);
}

/** Whether a person can read what is there is judged later, for posts of all formats alike. */
function isEmpty({ fields, body }: { fields: Record<string, unknown>; body: string }): boolean {
  return body.trim() === '' && Object.keys(fields).length === 0;
}
