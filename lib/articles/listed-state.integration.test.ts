import { expect, it } from 'vitest';
import { buildArticleInput } from '@/testing/build-article-input';
import { changeArticleStatus } from './article-admin-store';
import { findLastChangeId, listChangesSince } from './change-log';
import { saveArticles } from './save-articles';

const share = { market: '1', code: '600519', name: '贵州茅台', kind: 'stock', count: 1 } as const;
// 00:30 in Shanghai, still the day before in UTC.
const midnight = new Date('2026-02-28T16:30:00Z');

it('a change names every list that shows the article, before and after', async () => {
  const input = buildArticleInput({ publishedAt: midnight, mentions: [share], tags: ['财经'] });
  const start = await findLastChangeId();
  await saveArticles([input], {});
  await saveArticles(
    [
      {
        ...input,
        title: '改了',
        publishedAt: new Date('2025-12-31T15:59:00Z'),
        mentions: [],
        tags: ['市场'],
      },
    ],
    {},
  );
  await changeArticleStatus({ id: 'editor' }, input.wantedSlug, 'withdrawn');
  await changeArticleStatus({ id: 'editor' }, input.wantedSlug, 'withdrawn');
  const changes = await listChangesSince(start, 10);
  const first = ['tag:财经', 'stock:1.600519', 'day:2026-03-01', 'month:2026-03', 'year:2026'];
  const second = ['tag:市场', 'day:2025-12-31', 'month:2025-12', 'year:2025'];
  const always = [`article:${input.wantedSlug}`, 'front', 'category:ceshiribao'];
  expect(changes.map(({ kind, tags }) => [kind, [...tags].sort()])).toEqual([
    ['published', [...always, ...first].sort()],
    ['changed', [...always, ...first, ...second].sort()],
    ['removed', [...always, ...second].sort()],
  ]);
});
