import { expect, it } from 'vitest';
import { changeArticleStatus, deleteArticle } from '@/lib/articles/article-admin-store';
import { saveArticles } from '@/lib/articles/save-articles';
import { getDb } from '@/lib/db/prisma-client';
import { buildArticleInput, buildArticleInputs } from '@/testing/build-article-input';
import { fillSearchTerms, rebuildSearchTerms } from './rebuild-search-terms';
import { searchArticlesForEditor } from './search-editor-articles';
import { searchPublishedArticles } from './search-store';

const editor = { id: 'editor-1' };
const { signal } = new AbortController();

async function find(filter: Parameters<typeof searchArticlesForEditor>[1]): Promise<string[]> {
  const { items } = await searchArticlesForEditor(editor, filter);
  return items.map(({ slug }) => slug);
}

it('finds articles in every state, and narrows by state and category', async () => {
  const [draft, withdrawn, deleted, shown] = buildArticleInputs(4, { bodyText: '应龙治水' });
  if (!draft || !withdrawn || !deleted || !shown) throw new Error('four');
  await saveArticles(
    [{ ...draft, isDraft: true, category: { slug: 'yinglong', name: '应龙报' } }, withdrawn, deleted, shown],
    {},
  );
  await changeArticleStatus(editor, withdrawn.wantedSlug, 'withdrawn');
  await deleteArticle(editor, deleted.wantedSlug);
  const slugs = [shown, withdrawn, draft].map(({ wantedSlug }) => wantedSlug);
  expect(await find({ search: '應龍' })).toEqual(slugs);
  expect(await find({ search: '应龙', status: 'draft' })).toEqual([draft.wantedSlug]);
  expect(await find({ search: '应龙', status: 'deleted' })).toEqual([deleted.wantedSlug]);
  expect(await find({ search: '应龙', category: 'yinglong' })).toEqual([draft.wantedSlug]);
  expect(await find({ search: '！' })).toEqual([]);
  expect(await find({})).toEqual(slugs);
});

it('pages', async () => {
  await saveArticles(buildArticleInputs(60, { bodyText: '夔牛' }).map((input, at) => {
    const id = `20260909${String(at).padStart(10, '0')}`;
    return { ...input, identityKey: id, wantedSlug: `NW${id}` };
  }), {}); // prettier-ignore
  const first = await searchArticlesForEditor(editor, { search: '夔牛' });
  const second = await searchArticlesForEditor(editor, { search: '夔牛', before: first.next ?? '' });
  expect([first.items.length, second.items.length, second.next]).toEqual([50, 10, null]);
});

it('gives terms to articles that have none, and makes all of them anew on command', async () => {
  const input = buildArticleInput({
    identityKey: '202610100000000001',
    wantedSlug: 'NWfill',
    bodyText: '毕方',
  });
  await saveArticles([input], {});
  const search = async () => {
    const { items } = await searchPublishedArticles({ query: '毕方', order: 'newest', limit: 5 });
    return items.map(({ slug }) => slug);
  };
  await getDb().articleSearch.deleteMany({ where: { article: { slug: 'NWfill' } } });
  expect(await search()).toEqual([]);
  expect(await fillSearchTerms({ signal })).toBe(1);
  expect(await search()).toEqual(['NWfill']);
  expect(await fillSearchTerms({ signal })).toBe(0);
  await getDb().articleSearch.updateMany({ where: { article: { slug: 'NWfill' } }, data: { version: 0 } });
  expect(await fillSearchTerms({ signal })).toBe(1);
  expect(await rebuildSearchTerms({ signal })).toBe(await getDb().article.count());
});

it('goes on with a rebuild that was stopped', async () => {
  const stopping = new AbortController();
  await rebuildSearchTerms({ signal: stopping.signal, onProgress: () => stopping.abort() });
  const setting = await getDb().setting.findUnique({ where: { key: 'search.rebuild' } });
  expect(setting).not.toBeNull();
  await rebuildSearchTerms({ signal });
  expect(await getDb().setting.findUnique({ where: { key: 'search.rebuild' } })).toBeNull();
});
