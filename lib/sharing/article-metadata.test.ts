import { describe, expect, test } from 'vitest';
import { makeArticle, testSite as site } from '@/testing/make-article';
import { buildArticleMetadata } from './build-article-metadata';
import { buildNewsArticle } from './build-news-article';
import { buildPageMetadata } from './build-page-metadata';

const card = {
  url: expect.stringMatching(
    /^https:\/\/news\.example(?:\/en)?\/articles\/NW202202182281417543\/card\.png\?v=[\w-]{10}$/,
  ) as string,
  type: 'image/png',
  width: 1200,
  height: 630,
  alt: '降准如何影响银行？',
};

describe('head of an article', () => {
  test('names the article absolutely, in its own language version', () => {
    const metadata = buildArticleMetadata(site, makeArticle(), 'en');
    const url = 'https://news.example/en/articles/NW202202182281417543';
    expect(metadata.alternates).toMatchObject({
      canonical: url,
      languages: {
        'zh-CN': 'https://news.example/articles/NW202202182281417543',
        'zh-TW': 'https://news.example/zh-TW/articles/NW202202182281417543',
        en: url,
        'x-default': 'https://news.example/articles/NW202202182281417543',
      },
    });
    expect(metadata.openGraph).toMatchObject({
      type: 'article',
      url,
      title: '降准如何影响银行？',
      description: '一句话的 摘要',
      siteName: '金融消息',
      locale: 'en_US',
      alternateLocale: ['zh_CN', 'zh_TW'],
      publishedTime: '2022-02-18T14:51:45+08:00',
      section: '荆州日报',
      tags: ['银行'],
      images: [card],
    });
    expect(metadata.twitter).toMatchObject({
      card: 'summary_large_image',
      title: '降准如何影响银行？',
      images: [card],
    });
  });

  test('shows our card even where the article has a picture, and the text where it has no digest', () => {
    const article = makeArticle({ imageUrl: 'https://img.example/a.jpg', digest: null });
    const metadata = buildArticleMetadata(site, article, 'zh-CN');
    expect(metadata.openGraph?.images).toEqual([card]);
    expect(metadata.description).toHaveLength(160);
  });

  test('names source and time for Slack, and where others may embed it', () => {
    const metadata = buildArticleMetadata(site, makeArticle(), 'en');
    expect(metadata.other).toEqual({
      'twitter:label1': 'Source',
      'twitter:data1': '荆州日报',
      'twitter:label2': 'Time',
      'twitter:data2': '2022-02-18 14:51',
    });
    const endpoint =
      'https://news.example/oembed?url=https%3A%2F%2Fnews.example%2Farticles%2FNW202202182281417543';
    expect(metadata.alternates?.types).toMatchObject({
      'application/json+oembed': [{ url: `${endpoint}&format=json`, title: '降准如何影响银行？' }],
      'text/xml+oembed': [{ url: `${endpoint}&format=xml`, title: '降准如何影响银行？' }],
    });
  });

  test('without a source there is the time alone', () => {
    const metadata = buildArticleMetadata(site, makeArticle({ sourceName: null }), 'zh-CN');
    expect(metadata.other).toEqual({ 'twitter:label1': '时间', 'twitter:data1': '2022-02-18 14:51' });
  });

  test('names the story as Markdown and the feeds of the site', () => {
    const types = buildArticleMetadata(site, makeArticle(), 'en').alternates?.types;
    expect(types?.['text/markdown']).toBe('https://news.example/articles/NW202202182281417543.md');
    expect(types?.['application/rss+xml']).toEqual([
      { url: 'https://news.example/feed.xml', title: '金融消息 (RSS)' },
    ]);
  });

  test('names the page of the source where that is the original', () => {
    const original = 'https://source.example/1.html';
    const metadata = buildArticleMetadata(site, makeArticle({ canonicalUrl: original }), 'en');
    expect(metadata.alternates).toMatchObject({ canonical: original });
    expect(metadata.alternates).not.toHaveProperty('languages');
  });

  test('says when readers last saw a change, and nothing where there was none', () => {
    const changedAt = new Date('2022-02-18T07:10:00Z');
    expect(buildArticleMetadata(site, makeArticle(), 'en', changedAt).openGraph).toMatchObject({
      modifiedTime: '2022-02-18T15:10:00+08:00',
    });
    expect(buildArticleMetadata(site, makeArticle(), 'en').openGraph).not.toHaveProperty('modifiedTime');
    expect(buildNewsArticle(site, makeArticle(), 'en', changedAt).dateModified).toBe(
      '2022-02-18T15:10:00+08:00',
    );
    expect(JSON.stringify(buildNewsArticle(site, makeArticle(), 'en'))).not.toContain('dateModified');
  });

  test('encodes a slug that is not plain', () => {
    const metadata = buildArticleMetadata(site, makeArticle({ slug: 'a b/中' }), 'zh-CN');
    expect(metadata.alternates?.canonical).toBe('https://news.example/articles/a%20b%2F%E4%B8%AD');
  });
});

test('any other page shows the card of the portal', () => {
  const page = { locale: 'zh-CN', path: '/category/a', title: 'A', description: 'B' } as const;
  expect(buildPageMetadata(site, page).openGraph.images).toEqual([
    {
      url: expect.stringMatching(/^https:\/\/news\.example\/card\.png\?v=[\w-]{10}$/) as string,
      type: 'image/png',
      width: 1200,
      height: 630,
      alt: '金融消息',
    },
  ]);
});

describe('head of a list', () => {
  const facts = { locale: 'en', title: '荆州日报', description: '' } as const;

  test('names the feeds of the list', () => {
    const { alternates } = buildPageMetadata(site, { ...facts, path: '/category/jingzhouribao' });
    expect(alternates.types['application/atom+xml']).toEqual([
      {
        url: 'https://news.example/category/jingzhouribao/atom.xml',
        title: '荆州日报 - 金融消息 (Atom)',
      },
    ]);
  });

  test('keeps further pages out of search results, but not the links on them', () => {
    const robotsOf = (path: string) => buildPageMetadata(site, { ...facts, path }).robots;
    expect(robotsOf('/category/a?before=b')).toEqual({ index: false, follow: true });
    expect(robotsOf('/search?q=a&before=b')).toEqual({ index: false, follow: true });
    expect(robotsOf('/category/a')).toBeUndefined();
  });
});
