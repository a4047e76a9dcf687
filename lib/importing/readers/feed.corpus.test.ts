import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parseFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findCorpus, listFiles } from '@/testing/test-corpus';
import { feedReader } from './feed';
import type { RawEntry, RawPost } from './raw-post';
import { readText } from './read-text';
import { readHtmlLine } from './xml/html-line';

const folder = findCorpus('feeds');
const files = folder ? listFiles(folder).filter((file) => /\.(?:xml|rss|atom|json)$/.test(file)) : [];

interface Feed {
  name: string;
  file: string;
  text: string;
  entries: RawEntry[];
}

/** Of files in encodings that are no text for the portal (UTF-32) there is none. */
function loadFeed(file: string): Feed | undefined {
  const read = readText({ path: 'feed', bytes: readFileSync(file) });
  if ('rejected' in read || !feedReader.recognise(read.text, 'feed')) return undefined;
  const entries = [...feedReader.read(read.text, 'feed', {})];
  return { name: relative(folder ?? '', file), file, text: read.text, entries };
}

function listItems({ entries }: Feed): RawEntry[] {
  return entries.filter((entry) => entry.kind === 'post' || entry.path.includes('#'));
}

function getFirstPost({ entries }: Feed): RawPost | undefined {
  return entries[0]?.kind === 'post' ? entries[0].post : undefined;
}

const anything = z.unknown().optional();
const item = z.looseObject({ title: anything, link: anything, content: anything, description: anything });
const items = z.looseObject({ items: z.array(item).optional(), entries: z.array(item).optional() });
const textOf = z
  .union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)])
  .catch('');

/** Others give titles as HTML, or as text where the feed says that it is text. */
function isSame(theirs: string, ours: unknown): boolean {
  return readHtmlLine(theirs) === ours || theirs.replace(/\s+/g, ' ').trim() === ours;
}

/** What another parser finds in it. */
function listOtherItems(text: string): z.infer<typeof item>[] {
  try {
    const { items: rss, entries } = items.parse(parseFeed(text).feed);
    return rss ?? entries ?? [];
  } catch {
    return [];
  }
}

describe.skipIf(!folder)(
  folder ? 'feeds of three test suites' : 'feeds of three test suites: NOT RUN, folder missing',
  () => {
    const feeds = files.map(loadFeed).filter((feed) => feed !== undefined);
    const wellFormed = feeds.filter(({ name }) => !name.includes('/illformed/'));

    it('knows them by their content', () => {
      const known = new Set(feeds.map(({ file }) => file));
      const unknown = files.filter((file) => !known.has(file) && !file.endsWith('.json'));
      const names = unknown.map((file) => relative(folder ?? '', file));
      expect(names.filter((name) => !name.includes('utf-32') && !name.includes('utf_32'))).toEqual([
        'feedparser/tests/illformed/rss_empty_document.xml',
        'gofeed/testdata/parser/universal/empty_feed.xml',
        'gofeed/testdata/parser/universal/unknown_feed.xml',
        'rss-parser/test/input/unrecognized.rss',
      ]);
      expect(feeds.length).toBeGreaterThan(2600);
    });

    it('finds items wherever there are some', () => {
      const empty = feeds.filter(
        (feed) => /<(?:\w+:)?(?:item|entry)[\s>]/i.test(feed.text) && listItems(feed).length === 0,
      );
      expect(empty.map(({ name }) => name)).toEqual([]);
    });

    it('finds no fewer items than another parser, with no fewer texts', { timeout: 60_000 }, () => {
      const worse = feeds.filter((feed) => {
        const others = listOtherItems(feed.text);
        const [other] = others;
        const first = getFirstPost(feed);
        const content = textOf.parse(other?.content) || textOf.parse(other?.description);
        const isLost = content.trim() !== '' && first?.body.trim() === '';
        return others.length > listItems(feed).length || isLost;
      });
      expect(worse.map(({ name }) => name)).toEqual([]);
    });

    it('finds the titles that another parser finds', { timeout: 60_000 }, () => {
      const different = wellFormed.filter((feed) => {
        const title = textOf.parse(listOtherItems(feed.text)[0]?.title);
        return readHtmlLine(title) !== '' && !isSame(title, getFirstPost(feed)?.fields['title']);
      });
      // The other one leaves base64 as it is, and scripts in.
      expect(
        different.map(({ name }) => name).filter((name) => !/base64|script|xhtml_escaped/.test(name)),
      ).toEqual([]);
    });

    it("agrees with gofeed's expectations of titles and links", () => {
      const expectation = z.object({ items: z.array(item).optional(), entries: z.array(item).optional() });
      const checked = wellFormed.flatMap((feed) => {
        const json = feed.file.replace(/\.xml$/, '.json');
        // Of several links it takes the last.
        if (
          /item_links/.test(feed.name) ||
          !feed.name.startsWith('gofeed/testdata/parser') ||
          json === feed.file ||
          !existsSync(json)
        )
          return [];
        const { data } = expectation.safeParse(JSON.parse(readFileSync(json, 'utf8')));
        const [expected] = data?.items ?? data?.entries ?? [];
        return expected ? [{ name: feed.name, expected, post: getFirstPost(feed) }] : [];
      });
      const wrong = checked.filter(({ expected, post }) => {
        const title = textOf.parse(expected.title);
        const link = textOf.parse(expected.link);
        const isWrongTitle = title !== '' && !isSame(title, post?.fields['title']);
        return isWrongTitle || (link !== '' && link !== post?.fields['link']);
      });
      expect(checked.length).toBeGreaterThan(200);
      expect(
        wrong.map(({ name, expected, post }) => [name, expected.title, expected.link, post?.fields]),
      ).toEqual([]);
    });

    it("agrees with feedparser's expectations of titles, links and ids", () => {
      const expectation = /entries\[0\]\['(title|link|id|guid)'\] == u?(?:'([^'\\]*)'|"([^"\\]*)")/g;
      // Addresses from HTTP headers; an entity of a document type; a string that is cut by its own quotes.
      const unlike = /\/http_|entity_in_doctype|entry_title_crazy/;
      const keys: Readonly<Record<string, string>> = {
        title: 'title',
        link: 'link',
        id: 'guid',
        guid: 'guid',
      };
      const checked = feeds.flatMap((feed) => {
        const [, line = ''] = /Expect:(.*)/.exec(feed.text) ?? [];
        return [...(unlike.test(feed.name) ? '' : line).matchAll(expectation)].map(
          ([, name = '', single, double]) => {
            const value = getFirstPost(feed)?.fields[keys[name] ?? ''];
            return { feed: feed.name, name, expected: single ?? double ?? '', value };
          },
        );
      });
      const wrong = checked.filter(({ expected, value }) => !isSame(expected, value ?? ''));
      expect(checked.length).toBeGreaterThan(90);
      expect(wrong).toEqual([]);
    });
  },
);
