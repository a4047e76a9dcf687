import { expect, test } from 'vitest';
import { makeArticle, testSite as site } from '@/testing/make-article';
import { buildCardUrl } from './build-card-url';
import { buildArticleCard, buildSiteCard } from './card-content';

test('the card of an article says where, what, by whom and when', () => {
  expect(buildArticleCard(site, makeArticle())).toEqual({
    site: '金融消息',
    headline: '降准如何影响银行？',
    note: '荆州日报',
    aside: '2022-02-18 14:51',
  });
});

test('without a source the category stands there', () => {
  const category = { slug: 'a', name: '市场' };
  expect(buildArticleCard(site, makeArticle({ sourceName: null, category })).note).toBe('市场');
  // The portal's own name is on the card already.
  expect(buildArticleCard(site, makeArticle({ sourceName: '金融消息', category })).note).toBe('市场');
  expect(buildArticleCard(site, makeArticle({ sourceName: null, category: null })).note).toBe('');
});

test('the card of the portal says what it is and where', () => {
  expect(buildSiteCard(site, 'zh-CN')).toMatchObject({ headline: '金融消息', aside: 'news.example' });
});

test.each([
  [{ title: '改了' }],
  [{ sourceName: '别家' }],
  [{ publishedAt: new Date('2022-02-18T07:00:00Z') }],
])('has another address after a change of %o', (changes) => {
  expect(buildCardUrl(site, 'zh-CN', makeArticle(changes))).not.toBe(
    buildCardUrl(site, 'zh-CN', makeArticle()),
  );
});

test('has the same address as long as nothing on it changes', () => {
  expect(buildCardUrl(site, 'zh-CN', makeArticle({ bodyText: 'x', tags: [] }))).toBe(
    buildCardUrl(site, 'zh-CN', makeArticle()),
  );
});
