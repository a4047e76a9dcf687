import type { ArticleInput } from '@/lib/articles/article-input';
import { markSafeHtml } from '@/lib/articles/safe-html';

/** An article for tests: whole and plain, with what matters overridden. */
export function buildArticleInput(overrides: Partial<ArticleInput> = {}): ArticleInput {
  const title = overrides.title ?? '测试文章';
  return {
    identityKey: '202611220000000001',
    wantedSlug: 'NW202611220000000001',
    title,
    digest: null,
    bodyHtml: markSafeHtml(`<p>${title}的正文。</p>`),
    bodyText: `${title}的正文。`,
    sourceName: '测试日报',
    sourceUrl: null,
    imageUrl: null,
    publishedAt: new Date('2026-11-20T01:00:00Z'),
    zoneOffset: 480,
    language: 'zh-CN',
    category: { slug: 'ceshiribao', name: '测试日报' },
    tags: [],
    links: [],
    mentions: [],
    guessedFields: [],
    isDraft: false,
    ...overrides,
  };
}

/** `count` articles with ids of their own, a minute apart, the first the oldest. */
export function buildArticleInputs(count: number, overrides: Partial<ArticleInput> = {}): ArticleInput[] {
  return Array.from({ length: count }, (_, at) => {
    const id = String(202_611_000_000_000_000n + BigInt(at));
    const publishedAt = new Date(Date.UTC(2026, 10, 1) + at * 60_000);
    return buildArticleInput({
      identityKey: id,
      wantedSlug: `NW${id}`,
      title: `第${at}篇`,
      publishedAt,
      ...overrides,
    });
  });
}
