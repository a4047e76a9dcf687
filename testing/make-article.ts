import type { Article } from '@/lib/articles/article';
import { markSafeHtml } from '@/lib/articles/safe-html';

/** A portal's facts as metadata needs them. */
export const testSite = { siteUrl: 'https://news.example', siteTitle: '金融消息', timeZone: 'Asia/Shanghai' };

/** A published article as the store gives it. */
export function makeArticle(changes: Partial<Article> = {}): Article {
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
