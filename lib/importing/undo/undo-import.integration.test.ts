import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { deleteArticle } from '@/lib/articles/article-admin-store';
import { findLastChangeId, listChangesSince } from '@/lib/articles/change-log';
import { getDb } from '@/lib/db/prisma-client';
import { undoNow } from '@/testing/undo-now';
import { importPaths } from '../import-paths';
import { requestUndo, runUndo } from './undo-import';

const options = { dryRun: false, asDraft: false, origin: 'cli' } as const;
const editor = { id: 'editor-1' };

function buildPost(title: string, category = 'ceshi', tag = '测试新闻'): string {
  return `---\nlayout: post\ntitle: "${title}"\ndate: 2026-03-04 05:06:07 +0800\ncategories: ${category}\ntags: ${tag}\n---\n<p>正文一段。</p>\n`;
}

/** Imports versions of one post, in order, as one import. Gives its id. */
async function importPost(id: string, ...versions: string[]): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'finews-undo-'));
  const files: string[] = [];
  for (const [at, text] of versions.entries()) {
    const folder = await mkdtemp(path.join(dir, `${at}-`));
    files.push(path.join(folder, `2026-03-04-NW${id}.md`));
    await writeFile(files.at(-1) ?? '', text);
  }
  return (await importPaths(files, options)).id;
}

/** Imports posts by id and title, as one import. Gives its id. */
async function importPosts(titles: Record<string, string>): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'finews-undo-'));
  for (const [id, title] of Object.entries(titles))
    await writeFile(path.join(dir, `2026-03-04-NW${id}.md`), buildPost(title));
  return (await importPaths([dir], options)).id;
}

async function look(id: string) {
  const row = await getDb().article.findUnique({ where: { identityKey: id } });
  return row && { title: row.title, status: row.status, isDeleted: row.deletedAt !== null };
}

it('two imports of one post can be undone one after the other, the later first', async () => {
  const id = '202701010000000001';
  const first = await importPost(id, buildPost('甲'));
  const second = await importPost(id, buildPost('乙'));
  expect(await undoNow(second)).toMatchObject({ restored: 1, keptBecauseChanged: [] });
  expect(await look(id)).toEqual({ title: '甲', status: 'published', isDeleted: false });
  expect(await undoNow(first)).toMatchObject({ removed: 1, keptBecauseChanged: [] });
  expect(await look(id)).toBeNull();
});

it('the earlier of two cannot be undone alone', async () => {
  const id = '202701010000000002';
  const first = await importPost(id, buildPost('甲'));
  await importPost(id, buildPost('乙'));
  expect(await undoNow(first)).toMatchObject({
    removed: 0,
    restored: 0,
    keptBecauseChanged: [`NW${id}`],
  });
  expect(await look(id)).toMatchObject({ title: '乙', isDeleted: false });
});

it('a later import that changed nothing is in nobody’s way', async () => {
  const id = '202701010000000003';
  const first = await importPost(id, buildPost('甲'));
  const second = await importPost(id, buildPost('甲'));
  expect(await undoNow(first)).toMatchObject({ removed: 1 });
  expect(await undoNow(second)).toMatchObject({ removed: 0, restored: 0, keptBecauseChanged: [] });
});

it('a deleted article that an import brought back is deleted again', async () => {
  const id = '202701010000000004';
  await importPost(id, buildPost('甲'));
  await deleteArticle(editor, `NW${id}`);
  const back = await importPost(id, buildPost('乙'));
  expect(await look(id)).toEqual({ title: '乙', status: 'published', isDeleted: false });
  const last = await findLastChangeId();
  expect(await undoNow(back)).toMatchObject({ removed: 1, restored: 0 });
  expect(await look(id)).toEqual({ title: '甲', status: 'published', isDeleted: true });
  expect(await listChangesSince(last, 10)).toMatchObject([{ kind: 'removed', slug: `NW${id}` }]);
});

it('a post that came twice in one import is taken away, not set back to its first version', async () => {
  const id = '202701010000000005';
  const both = await importPost(id, buildPost('甲'), buildPost('乙'));
  expect(await look(id)).toMatchObject({ title: '乙' });
  expect(await undoNow(both)).toMatchObject({ removed: 1, restored: 0 });
  expect(await look(id)).toBeNull();
});

it('a search finds the article by what it says again, and nothing by what is gone', async () => {
  const id = '202701010000000016';
  const found = () =>
    getDb().articleSearch.findMany({
      where: { article: { identityKey: id } },
      select: { title: true, isPublished: true },
    });
  const first = await importPost(id, buildPost('甲說'));
  const second = await importPost(id, buildPost('乙說'));
  expect(await found()).toEqual([{ title: '乙说', isPublished: true }]);
  await undoNow(second);
  expect(await found()).toEqual([{ title: '甲说', isPublished: true }]);
  await undoNow(first);
  expect(await found()).toEqual([]);
});

it('tells the pages of the former category and tag, to which the article returns', async () => {
  const id = '202701010000000006';
  await importPost(id, buildPost('甲', 'jiubao', '旧'));
  const moved = await importPost(id, buildPost('甲', 'xinbao', '新'));
  const last = await findLastChangeId();
  await undoNow(moved);
  const [change] = await listChangesSince(last, 10);
  expect(change).toMatchObject({ kind: 'changed' });
  expect(change?.tags).toEqual(expect.arrayContaining(['category:jiubao', 'category:xinbao']));
});

it('an undo that insists, after one that did not, leaves alone what the first gave back', async () => {
  const [kept, edited, deleted] = ['202701010000000007', '202701010000000008', '202701010000000009'];
  await importPost(kept, buildPost('甲'));
  await importPost(edited, buildPost('甲'));
  await importPost(deleted, buildPost('甲'));
  await deleteArticle(editor, `NW${deleted}`);
  const both = await importPosts({ [kept]: '乙', [edited]: '乙', [deleted]: '乙' });
  await importPost(edited, buildPost('丙'));
  expect(await undoNow(both)).toMatchObject({ removed: 1, restored: 1, keptBecauseChanged: [`NW${edited}`] });
  expect(await undoNow(both, true)).toMatchObject({ removed: 0, restored: 1, kept: 0 });
  expect(await look(kept)).toEqual({ title: '甲', status: 'published', isDeleted: false });
  expect(await look(edited)).toMatchObject({ title: '甲' });
  expect(await look(deleted)).toMatchObject({ title: '甲', isDeleted: true });
});

it('keeps a category and a tag to which another import can still go back', async () => {
  const id = '202701010000000010';
  const first = await importPost(id, buildPost('甲', 'alfa', '[早期, 其一]'));
  const second = await importPost(id, buildPost('甲', 'beta', '[后来, 其二]'));
  expect(await undoNow(first)).toMatchObject({ removed: 0, kept: 1 });
  await undoNow(second);
  const article = await getDb().article.findUniqueOrThrow({
    where: { identityKey: id },
    select: { category: { select: { slug: true } }, tags: { select: { tag: { select: { name: true } } } } },
  });
  expect(article.category).toEqual({ slug: 'alfa' });
  expect(article.tags.map(({ tag }) => tag.name).sort()).toEqual(['其一', '早期'].sort());
});

it('an undo that was done is not done again by whoever comes late', async () => {
  const id = '202701010000000011';
  const undoId = await requestUndo(await importPost(id, buildPost('甲')), editor);
  await runUndo(undoId);
  const before = await getDb().import.findUniqueOrThrow({ where: { id: undoId } });
  await runUndo(undoId);
  expect(await getDb().import.findUniqueOrThrow({ where: { id: undoId } })).toEqual(before);
});
