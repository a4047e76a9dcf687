import { describe, expect, test } from 'vitest';
import type { Article } from '@/lib/articles/article';
import { markSafeHtml } from '@/lib/articles/safe-html';
import { buildArticleMetadata } from './build-article-metadata';
import { buildNewsArticle, stringifyForScript } from './build-news-article';

const site = { siteUrl: 'https://news.example', siteTitle: '金融消息', timeZone: 'Asia/Shanghai' };

function makeArticle(changes: Partial<Article> = {}): Article {
  return {
    slug: 'NW202202182281417543',
    title: '降准如何影响银行？',
    digest: '一句话的\n摘要',
    publishedAt: new Date('2022-02-18T06:51:45Z'),
    sourceName: '荆州日报',
    category: { slug: 'jingzhouribao', name: '荆州日报' },
    language: 'zh-CN',
    bodyHtml: markSafeHtml('<p>正文</p>'),
    bodyText: '正文'.repeat(200),
    sourceUrl: 'https://source.example/1.html',
    imageUrl: null,
    canonicalUrl: null,
    tags: ['银行'],
    stocks: [],
    shareCode: 'abc',
    updatedAt: new Date('2026-11-22T00:00:00Z'),
    ...changes,
  };
}

describe('head of an article', () => {
  test('names the article absolutely, in its own language version', () => {
    const metadata = buildArticleMetadata(site, makeArticle(), 'en');
    const url = 'https://news.example/en/articles/NW202202182281417543';
    expect(metadata.alternates).toEqual({
      canonical: url,
      languages: {
        'zh-CN': 'https://news.example/articles/NW202202182281417543',
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
      publishedTime: '2022-02-18T14:51:45+08:00',
      images: [{ url: 'https://news.example/og-default.png' }],
    });
    expect(metadata.twitter).toMatchObject({ card: 'summary_large_image', title: '降准如何影响银行？' });
  });

  test('takes the picture of the article and the text where there is no digest', () => {
    const article = makeArticle({ imageUrl: 'https://img.example/a.jpg', digest: null });
    const metadata = buildArticleMetadata(site, article, 'zh-CN');
    expect(metadata.openGraph?.images).toEqual(['https://img.example/a.jpg']);
    expect(metadata.twitter?.images).toEqual(['https://img.example/a.jpg']);
    expect(metadata.description).toHaveLength(160);
  });

  test('names the page of the source where that is the original', () => {
    const original = 'https://source.example/1.html';
    const metadata = buildArticleMetadata(site, makeArticle({ canonicalUrl: original }), 'en');
    expect(metadata.alternates).toEqual({ canonical: original });
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

describe('JSON-LD', () => {
  test('says what, when and by whom', () => {
    expect(buildNewsArticle(site, makeArticle(), 'zh-CN')).toMatchObject({
      '@type': 'NewsArticle',
      headline: '降准如何影响银行？',
      datePublished: '2022-02-18T14:51:45+08:00',
      author: { name: '荆州日报' },
      publisher: { name: '金融消息', url: 'https://news.example/' },
      isBasedOn: 'https://source.example/1.html',
      mainEntityOfPage: 'https://news.example/articles/NW202202182281417543',
    });
  });

  test.each(['</script><script>alert(1)</script>', '<!--<script>', ']]>', 'a & "b"', '《<议定书>》'])(
    'cannot be left by %j and still says it',
    (title) => {
      const text = stringifyForScript(buildNewsArticle(site, makeArticle({ title }), 'zh-CN'));
      expect(text).not.toMatch(/[<>\u2028\u2029]/);
      expect(JSON.parse(text)).toMatchObject({ headline: title });
    },
  );

  test('holds no line separator, which old engines end a statement at', () => {
    expect(stringifyForScript({ text: 'a\u2028b\u2029c' })).toBe('{"text":"a\\u2028b\\u2029c"}');
  });
});
