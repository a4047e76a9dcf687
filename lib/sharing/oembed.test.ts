import { describe, expect, test } from 'vitest';
import { makeArticle, testSite as site } from '@/testing/make-article';
import { buildOembed, formatOembed, parseOembedQuery } from './oembed';

const url = 'https://news.example/articles/NW202202182281417543';

describe('parseOembedQuery', () => {
  test.each([
    [{ url }, { url, format: 'json' }],
    [
      { url, format: 'xml', maxwidth: '300', maxheight: '200' },
      { url, format: 'xml', maxwidth: 300, maxheight: 200 },
    ],
    [
      { url, format: 'yaml' },
      { url, format: undefined },
    ],
    [{ format: 'json' }, undefined],
    [{ url: '' }, undefined],
    [{ url, maxwidth: 'wide' }, undefined],
    [{ url, maxwidth: '-1' }, undefined],
  ])('%o', (query, wish) => {
    expect(parseOembedQuery(new URLSearchParams(query))).toEqual(wish);
  });
});

describe('buildOembed', () => {
  test('quotes the article, with its card', () => {
    expect(buildOembed(site, makeArticle(), { url, format: 'json' })).toEqual({
      version: '1.0',
      type: 'rich',
      title: '降准如何影响银行？',
      author_name: '荆州日报',
      author_url: 'https://source.example/1.html',
      provider_name: '金融消息',
      provider_url: 'https://news.example/',
      cache_age: 3600,
      html:
        `<blockquote cite="${url}"><p><a href="${url}">降准如何影响银行？</a></p><p>一句话的 摘要</p>` +
        '<p>荆州日报 · 2022-02-18 14:51 · 金融消息</p></blockquote>',
      width: 600,
      height: 240,
      thumbnail_url: expect.stringMatching(
        /^https:\/\/news\.example\/articles\/\w+\/card\.png\?v=/,
      ) as string,
      thumbnail_width: 1200,
      thumbnail_height: 630,
    });
  });

  test('keeps within the limits of the asking site', () => {
    const oembed = buildOembed(site, makeArticle(), { url, format: 'json', maxwidth: 320, maxheight: 100 });
    expect(oembed).toMatchObject({ width: 320, height: 100 });
    expect(oembed).not.toHaveProperty('thumbnail_url');
  });

  test.each(['json', 'xml'] as const)('a hostile title stays text, in %s', (format) => {
    const title = '</script><img src=x onerror="alert(1)">&amp;\'\u0000\ufffe';
    const oembed = buildOembed(site, makeArticle({ title, digest: '<b>fett</b>' }), { url, format });
    expect(oembed['html']).not.toMatch(/<(?:img|b|script)\b/);
    const { body, contentType } = formatOembed(oembed, format);
    expect(contentType).toContain(format);
    if (format === 'xml') expect(body).not.toMatch(/<img|[\u0000\ufffe]/);
  });

  test('XML holds the same fields', () => {
    const { body } = formatOembed({ version: '1.0', html: '<p>&amp;</p>', width: 600 }, 'xml');
    expect(body).toBe(
      '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n' +
        '<oembed><version>1.0</version><html>&lt;p&gt;&amp;amp;&lt;/p&gt;</html><width>600</width></oembed>\n',
    );
  });
});
