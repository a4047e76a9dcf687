import { expect, it } from 'vitest';
import { getDb } from '@/lib/db/prisma-client';
import { buildArticleInput, buildArticleInputs } from '@/testing/build-article-input';
import { collectCacheTags } from './article-cache';
import { findStockName, type FeedScope, listFeedArticles } from './feed-article-store';
import { saveArticles } from './save-articles';
import { markSafeHtml } from './safe-html';

const hour = 3_600_000;

async function listTitles(scope: FeedScope): Promise<string[]> {
  return (await listFeedArticles(scope)).articles.map(({ title }) => title);
}

it('holds the last day, at least 50 and at most 500 stories, newest first', async () => {
  expect(await listFeedArticles({ kind: 'site' })).toEqual({ articles: [], modifiedAt: null });
  await saveArticles(buildArticleInputs(60), {});
  const old = await listTitles({ kind: 'site' });
  expect([old.length, old[0], old.at(-1)]).toEqual([50, '第59篇', '第10篇']);
  const recent = Array.from({ length: 55 }, (_, at) =>
    buildArticleInput({
      identityKey: `recent-${at}`,
      wantedSlug: `recent-${at}`,
      title: `新${at}`,
      publishedAt: new Date(Date.now() - 20 * hour + at * 1000),
    }),
  );
  await saveArticles(recent, {});
  expect((await listTitles({ kind: 'site' })).length).toBe(55);
  await getDb()
    .$executeRaw`UPDATE articles SET published_at = now() - interval '1 hour' - id * interval '1 ms'`;
  expect((await listTitles({ kind: 'site' })).length).toBe(115);
  await getDb().$executeRaw`UPDATE articles SET published_at = now() - interval '3 days'`;
});

it('costs no more than 4 MB of bodies, but always has the newest', async () => {
  const large = Array.from({ length: 4 }, (_, at) =>
    buildArticleInput({
      identityKey: `large-${at}`,
      wantedSlug: `large-${at}`,
      title: `长${at}`,
      bodyHtml: markSafeHtml(`<p>${'长'.repeat(500_000)}${at}</p>`),
      publishedAt: new Date(Date.now() - hour + at * 1000),
      category: { slug: 'large', name: '长文' },
    }),
  );
  await saveArticles(large, {});
  expect(await listTitles({ kind: 'category', slug: 'large' })).toEqual(['长3', '长2']);
  await getDb().$executeRaw`DELETE FROM articles WHERE slug LIKE 'large-%'`;
});

it('knows category, tag, stock and a list of slugs, and never a draft', async () => {
  const publishedAt = new Date(Date.now() - hour);
  const mention = { market: '1', code: '600160', name: '巨化股份', kind: 'stock' as const, count: 1 };
  await saveArticles(
    [
      buildArticleInput({ identityKey: 'one', wantedSlug: 'one', title: '甲', publishedAt, tags: ['氟化工'], mentions: [mention] }), // prettier-ignore
      buildArticleInput({ identityKey: 'two', wantedSlug: 'two', title: '乙', publishedAt, category: { slug: 'techweb', name: 'TechWeb' } }), // prettier-ignore
      buildArticleInput({ identityKey: 'draft', wantedSlug: 'draft', title: '稿', publishedAt, isDraft: true, tags: ['氟化工'] }), // prettier-ignore
    ],
    {},
  );
  expect(await listTitles({ kind: 'tag', name: '氟化工' })).toEqual(['甲']);
  expect(await listTitles({ kind: 'stock', market: '1', code: '600160' })).toEqual(['甲']);
  expect(await listTitles({ kind: 'category', slug: 'techweb' })).toEqual(['乙']);
  expect(await listTitles({ kind: 'category', slug: 'unknown' })).toEqual([]);
  expect((await listTitles({ kind: 'slugs', slugs: ['one', 'two', 'draft'] })).sort()).toEqual(['乙', '甲']);
  expect(await findStockName('1', '600160')).toBe('巨化股份');
  expect(await findStockName('1', '1')).toBeUndefined();
  const { tags } = await collectCacheTags(() => listFeedArticles({ kind: 'tag', name: '氟化工' }));
  expect([...tags]).toEqual(['tag:氟化工', 'article:one']);
});

it('says when a text was rewritten, and when the list became another one', async () => {
  const publishedAt = new Date(Date.now() - hour);
  const story = buildArticleInput({ identityKey: 'story', wantedSlug: 'story', title: '原', publishedAt, tags: ['改'] }); // prettier-ignore
  const other = buildArticleInput({ identityKey: 'other', wantedSlug: 'other', title: '旁', publishedAt, tags: ['改'] }); // prettier-ignore
  await saveArticles([story, other], {});
  const first = await listFeedArticles({ kind: 'tag', name: '改' });
  expect(first.articles.map(({ changedAt }) => changedAt)).toEqual([null, null]);
  await saveArticles([{ ...story, title: '新' }], {});
  const second = await listFeedArticles({ kind: 'tag', name: '改' });
  const changed = second.articles.find(({ slug }) => slug === 'story');
  expect(changed?.changedAt?.getTime()).toBeGreaterThan(publishedAt.getTime());
  expect(second.modifiedAt?.getTime()).toBeGreaterThan(first.modifiedAt?.getTime() ?? Infinity);
});
