import { describe, expect, test } from 'vitest';
import { makeArticle, testSite as site } from '@/testing/make-article';
import { listSchemaProblems } from '@/testing/schema-org';
import { buildBreadcrumbs } from './build-breadcrumbs';
import { buildCollection } from './build-collection';
import { buildNewsArticle } from './build-news-article';
import { buildWebsite } from './build-website';
import { stringifyForScript } from './stringify-for-script';

describe('the validator', () => {
  const valid = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'A' };
  test.each([
    [valid, []],
    [{ ...valid, '@context': 'http://x' }, ['@context is not https://schema.org']],
    [{ ...valid, '@type': 'NewsStory' }, ['NewsStory: no type NewsStory']],
    [{ ...valid, itemListElement: [] }, ['NewsArticle: NewsArticle has no itemListElement']],
    [{ ...valid, datePublished: 'yesterday' }, [expect.stringMatching(/datePublished: "yesterday" is none/)]],
    [{ ...valid, wordCount: 'many' }, [expect.stringMatching(/wordCount: "many" is none of Integer/)]],
    [
      { ...valid, author: { '@type': 'Place', name: 'B' } },
      [expect.stringMatching(/author: Place is none of/)],
    ],
    [
      { ...valid, author: { '@type': 'Organization', headline: 'B' } },
      ['NewsArticle.author: Organization has no headline'],
    ],
    [{ ...valid, publisher: { '@type': 'NewsMediaOrganization', name: 'B' } }, []],
  ])('%#', (data, problems) => {
    expect(listSchemaProblems(data)).toEqual(problems);
  });
});

const crumbs = [
  { name: '荆州日报', path: '/category/jingzhouribao' },
  { name: '降准如何影响银行？', path: '/articles/NW202202182281417543' },
];
const collection = { name: '荆州日报', path: '/category/jingzhouribao?before=x', items: [makeArticle()] };

describe('all that we say is of schema.org', () => {
  test.each([
    ['article', buildNewsArticle(site, makeArticle(), 'zh-CN')],
    [
      'bare article',
      buildNewsArticle(site, makeArticle({ category: null, sourceUrl: null, tags: [] }), 'en'),
    ],
    ['article with a picture', buildNewsArticle(site, makeArticle({ imageUrl: '/images/a.webp' }), 'zh-TW')],
    ['breadcrumbs', buildBreadcrumbs(site, 'en', crumbs)],
    ['list', buildCollection(site, 'zh-CN', collection)],
    ['empty list', buildCollection(site, 'zh-CN', { ...collection, items: [] })],
    ['site', buildWebsite(site, 'zh-CN', '最新消息')],
  ])('%s', (_, data) => {
    expect(listSchemaProblems(JSON.parse(JSON.stringify(data)))).toEqual([]);
  });
});

test('an article: what, when and by whom', () => {
  expect(buildNewsArticle(site, makeArticle({ imageUrl: '/images/a.webp' }), 'zh-CN')).toMatchObject({
    headline: '降准如何影响银行？',
    datePublished: '2022-02-18T14:51:45+08:00',
    author: { name: '荆州日报' },
    publisher: { name: '金融消息', url: 'https://news.example/' },
    isBasedOn: 'https://source.example/1.html',
    mainEntityOfPage: 'https://news.example/articles/NW202202182281417543',
    image: ['https://news.example/images/a.webp', expect.stringContaining('/card.png?v=')],
  });
});

test('breadcrumbs begin at the front page, in the language of the page', () => {
  expect(buildBreadcrumbs(site, 'en', crumbs).itemListElement).toMatchObject([
    { position: 1, name: '金融消息', item: 'https://news.example/en' },
    { position: 2, name: '荆州日报', item: 'https://news.example/en/category/jingzhouribao' },
    { position: 3, item: 'https://news.example/en/articles/NW202202182281417543' },
  ]);
});

test('the site says how it is searched', () => {
  expect(buildWebsite(site, 'en', 'News')).toMatchObject({
    url: 'https://news.example/en',
    potentialAction: { target: { urlTemplate: 'https://news.example/en/search?q={search_term_string}' } },
  });
});

describe('inside a script', () => {
  test.each(['</script><script>alert(1)</script>', '<!--<script>', ']]>', 'a & "b"', '《<议定书>》'])(
    '%j stays inside and is still said',
    (title) => {
      const text = stringifyForScript(buildNewsArticle(site, makeArticle({ title }), 'zh-CN'));
      expect(text).not.toMatch(/[<>\u2028\u2029]/);
      expect(JSON.parse(text)).toMatchObject({ headline: title });
    },
  );

  test('there is no line separator, which old engines end a statement at', () => {
    expect(stringifyForScript({ text: 'a\u2028b\u2029c' })).toBe('{"text":"a\\u2028b\\u2029c"}');
  });
});
