import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cleanArticleBody } from '@/lib/articles/article-body/article-body';
import { hasCorpus, readCorpusFile } from '@/lib/articles/article-body/corpus-bodies';
import type { FeedArticle } from '@/lib/articles/feed-article-store';
import { markSafeHtml } from '@/lib/articles/safe-html';
import { feedReader } from '@/lib/importing/readers/feed';
import { cleanXmlText } from '@/lib/xml/xml-text';
import { listXmlErrors } from '@/testing/list-xml-errors';
import { buildFeed } from './build-feed';
import { writeAtom } from './write-atom';
import { writeJsonFeed } from './write-json-feed';
import { writeRss } from './write-rss';

const site = { siteUrl: 'https://news.example', siteTitle: '金融消息', defaultLocale: 'zh-CN' as const };

function makeArticle(changes: Partial<FeedArticle> = {}): FeedArticle {
  return {
    slug: 'NW202202182281417543',
    title: '降准如何影响银行？',
    digest: null,
    publishedAt: new Date('2022-02-18T06:51:45Z'),
    sourceName: '荆州日报',
    category: { slug: 'jingzhouribao', name: '荆州日报' },
    language: 'zh-CN',
    bodyHtml: markSafeHtml('<p>正文</p>'),
    bodyText: '正文',
    sourceUrl: 'https://source.example/1.html?a=1&b=2',
    imageUrl: null,
    canonicalUrl: null,
    tags: ['银行', '荆州日报'],
    stocks: [],
    shareCode: 'abc',
    updatedAt: new Date('2026-11-22T00:00:00Z'),
    changedAt: null,
    ...changes,
  };
}

/** Every text that ever broke a feed. */
const hostile: [string, string][] = [
  ['control characters', 'a\u0000b\u0001c\u0008d\u000be\u001ff\u007fg\u009f'],
  ['characters that are none', 'a\ufffeb\uffffc\ufdd0'],
  ['half a pair', 'a\ud83db\udc00c'],
  ['the end of a section', 'a]]>b]]]]>c<![CDATA[d'],
  ['markup', '<script>alert(1)</script><!-- --><?php ?>&lt;b&gt;&nbsp;&bogus;'],
  ['emoji and other planes', '😀👨‍👩‍👧‍👦𠮷\u{1fffe}'],
  ['right to left', 'مرحبا \u202eabc\u202c שלום'],
  ['line ends', 'a\r\nb\rc\nd\u2028e\u0085f'],
  ['quotes', `"a" 'b' \`c\` “d”`],
  ['a title of 10,000 characters', '长'.repeat(10_000)],
];

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const articles = [
  makeArticle({ slug: 'plain' }),
  makeArticle({
    slug: '中文 & ?#',
    sourceName: null,
    sourceUrl: null,
    category: null,
    tags: [],
    bodyHtml: markSafeHtml(''),
    bodyText: '',
    language: 'ja',
  }),
  makeArticle({
    slug: 'links',
    imageUrl: '/images/a.webp',
    changedAt: new Date('2022-02-19T00:00:00Z'),
    bodyHtml: markSafeHtml(
      '<p><a href="/articles/x">a</a><a href="#b-1">b</a><img src="/images/a.webp" alt="" /> href="/no"</p><blockquote cite="/c"><p>q</p></blockquote>',
    ),
  }),
  ...hostile.map(([, text], at) =>
    makeArticle({
      slug: `hostile-${at}`,
      title: text,
      digest: text,
      sourceName: text,
      tags: [text],
      category: { slug: 'x', name: text },
      bodyHtml: markSafeHtml(`<p>${escapeHtml(text)}</p>`),
      bodyText: text,
    }),
  ),
];

const feed = buildFeed(
  { ...site, siteTitle: '金融 & <消息>' },
  { kind: 'tag', name: '银行 & ]]>' },
  '/tag/x',
  articles,
);
const rss = writeRss(feed);
const atom = writeAtom(feed);
const json = writeJsonFeed(feed);

const address = z.url({ protocol: /^https?$/ });
const filled = z.string().trim().min(1);
const person = z.object({ name: filled }).strict();
const time = z.iso.datetime({ offset: true });
/** jsonfeed.org/version/1.1, as strict as a validator. */
const jsonFeed = z
  .object({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: filled,
    home_page_url: address,
    feed_url: address,
    description: filled,
    language: filled,
    authors: z.array(person),
    items: z.array(
      z
        .object({
          id: address,
          url: address,
          external_url: address.optional(),
          title: z.string(),
          content_html: z.string().optional(),
          content_text: z.string().optional(),
          summary: filled.optional(),
          image: address.optional(),
          date_published: time,
          date_modified: time.optional(),
          authors: z.array(person).optional(),
          tags: z.array(filled).min(1).optional(),
          language: filled,
        })
        .strict()
        .refine((item) => item.content_html !== undefined || item.content_text !== undefined),
    ),
  })
  .strict();

describe('whatever the stories say', () => {
  it('RSS is valid', () => expect(listXmlErrors(rss, 'rss.rng')).toEqual([]));
  it('Atom is valid', () => expect(listXmlErrors(atom, 'atom.rng')).toEqual([]));
  it('JSON Feed is valid', () =>
    expect(jsonFeed.parse(JSON.parse(json)).items).toHaveLength(articles.length));
  it('the schemas refuse what is wrong', () => {
    expect(listXmlErrors(rss.replace('<ttl>5', '<ttl>soon'), 'rss.rng')).not.toEqual([]);
    expect(listXmlErrors(atom.replace('<updated>2', '<updated>x'), 'atom.rng')).not.toEqual([]);
    expect(listXmlErrors(rss.replace('<channel>', '<channel>\u0001'), 'rss.rng')).not.toEqual([]);
  });

  it('other readers find the same titles, texts and times', () => {
    const titles = feed.items.map(({ title }) => normalise(title));
    const fromRss = parseRssFeed(rss).items ?? [];
    const fromAtom = parseAtomFeed(atom).entries ?? [];
    const fromJson = parseJsonFeed(json).items ?? [];
    expect(fromJson.map(({ title }) => normalise(title))).toEqual(titles);
    expect(fromRss.map(({ guid }) => guid?.value)).toEqual(feed.items.map(({ url }) => url));
    expect(fromAtom.map(({ id }) => id)).toEqual(feed.items.map(({ url }) => url));
    expect(fromRss[0]).toMatchObject({
      title: '降准如何影响银行？',
      link: 'https://news.example/articles/plain',
    });
    expect(fromAtom[0]).toMatchObject({
      title: { value: '降准如何影响银行？' },
      updated: '2022-02-18T06:51:45.000Z',
    });
  });

  it('our own reader takes in the same stories from all three', () => {
    const read = (text: string) =>
      [...feedReader.read(text, 'x', {})].map((entry) =>
        entry.kind === 'post' ? [entry.post.fields['guid'], entry.post.fields['date']] : entry,
      );
    const ids = feed.items.map(({ url }) => url);
    expect(read(rss).map((post) => Array.isArray(post) && post[0])).toEqual(ids);
    expect(read(atom).map((post) => Array.isArray(post) && post[0])).toEqual(ids);
    expect(read(json).map((post) => Array.isArray(post) && post[0])).toEqual(ids);
  });
});

it('bodies come whole, with absolute addresses', () => {
  const html = feed.items[2]?.html;
  expect(html).toContain('<a href="https://news.example/articles/x">');
  expect(html).toContain('<a href="https://news.example/articles/links#b-1">');
  expect(html).toContain('<img src="https://news.example/images/a.webp"');
  expect(html).toContain('<blockquote cite="https://news.example/c">');
  expect(html).toContain(' href="/no"</p>');
  const read = parseRssFeed(rss).items ?? [];
  expect(read[2]?.content?.encoded).toBe(html);
});

it('a body of hostile markup leaves as the sanitiser made it', () => {
  const source = '<p onclick="x()">a]]><script>x</script><a href="javascript:x">b</a></p>';
  expect(sendOut([cleanArticleBody(source).html])).toEqual([cleanArticleBody(source).html]);
});

describe.skipIf(!hasCorpus('security/xss.jsonl'))('attacks (skipped without real inputs)', () => {
  it('leave in a feed as the sanitiser made them, to the letter', () => {
    const attack = z.object({ payload: z.string() });
    const bodies = readCorpusFile('security/xss.jsonl')
      .trim()
      .split('\n')
      .map((line) => cleanArticleBody(attack.parse(JSON.parse(line)).payload).html);
    // Only paths of this site and fragments become absolute.
    const own = bodies.filter((html) => !/ (?:href|src|cite)="[/#]/.test(html));
    expect(own.length).toBeGreaterThan(10_000);
    expect(sendOut(own)).toEqual(own.map(cleanXmlText));
  }, 60_000);
});

/** Bodies as another reader gets them out of our RSS. */
function sendOut(bodies: string[]): string[] {
  const stories = bodies.map((html, at) => makeArticle({ slug: `a${at}`, bodyHtml: markSafeHtml(html) }));
  const out = writeRss(buildFeed(site, { kind: 'site' }, '/', stories));
  expect(listXmlErrors(out, 'rss.rng')).toEqual([]);
  return (parseRssFeed(out).items ?? []).map(({ content }) => content?.encoded ?? '');
}

it('a story is dated by what readers see: its publication, or the last change of its text after it', () => {
  const dateOf = (changedAt: Date | null) =>
    buildFeed(site, { kind: 'site' }, '/', [makeArticle({ changedAt })]).updatedAt.toISOString();
  expect(dateOf(null)).toBe('2022-02-18T06:51:45.000Z');
  expect(dateOf(new Date('2022-02-17T00:00:00Z'))).toBe('2022-02-18T06:51:45.000Z');
  expect(dateOf(new Date('2022-02-19T00:00:00Z'))).toBe('2022-02-19T00:00:00.000Z');
});

it('names each of its categories once, and itself', () => {
  expect(feed.items[0]?.categories).toEqual(['荆州日报', '银行']);
  expect(feed.urls).toEqual({
    rss: 'https://news.example/tag/x/feed.xml',
    atom: 'https://news.example/tag/x/atom.xml',
    json: 'https://news.example/tag/x/feed.json',
  });
});

function normalise(text: string | undefined): string | undefined {
  return text?.toWellFormed().replace(/[\u0000-\u001f\u007f-\u009f\ufdd0\ufffe\uffff]|\s/g, '');
}
