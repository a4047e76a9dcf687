import { expect, it } from 'vitest';
import { getDb } from '@/lib/db/prisma-client';
import { buildArticleInput } from '@/testing/build-article-input';
import { saveArticles } from './save-articles';

it.each([
  ['in one import', 4],
  ['one by one', 1],
])('eight posts of one name find eight addresses, %s', async (how, size) => {
  const wantedSlug = `news-${size}`;
  const inputs = Array.from({ length: 8 }, (_, at) =>
    buildArticleInput({ identityKey: `${how}-${at}`, wantedSlug, title: `${how}第${at}篇` }),
  );
  const slugs: string[] = [];
  for (let at = 0; at < inputs.length; at += size) {
    slugs.push(...(await saveArticles(inputs.slice(at, at + size), {})).map(({ slug }) => slug));
  }
  expect(new Set(slugs).size).toBe(8);
  expect(slugs).toContain(`${wantedSlug}-6`);
});

it('a slug without a name finds the category whose name it is', async () => {
  const named = buildArticleInput({
    identityKey: 'named',
    wantedSlug: 'named',
    category: { slug: 'kejiwang', name: 'TechWeb' },
  });
  const bare = buildArticleInput({
    identityKey: 'bare',
    wantedSlug: 'bare',
    category: { slug: 'techweb', name: null },
  });
  await saveArticles([named], {});
  await saveArticles([bare], {});
  const rows = await getDb().article.findMany({
    where: { slug: { in: ['named', 'bare'] } },
    include: { category: true },
  });
  expect(rows.map(({ category }) => category?.slug)).toEqual(['kejiwang', 'kejiwang']);
});
