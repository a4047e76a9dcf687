import { describe, expect, it } from 'vitest';
import { buildArticleInput } from '@/testing/build-article-input';
import { changeArticleStatus, deleteArticle, restoreArticle } from './article-admin-store';
import { findArticleHistory, findLastChange } from './article-history-store';
import type { ArticleInput } from './article-input';
import { markSafeHtml } from './safe-html';
import { saveArticles } from './save-articles';

const editor = { id: 'editor-1' };
let count = 0;

/** Saves versions of one article, one after the other; gives its slug and what saves the next. */
async function startArticle(first: Partial<ArticleInput> = {}, asDraft = false) {
  count += 1;
  const identityKey = `20280101000000${String(count).padStart(4, '0')}`;
  const save = (version: Partial<ArticleInput>, draft = false) =>
    saveArticles(
      [
        buildArticleInput({
          identityKey,
          wantedSlug: `NW${identityKey}`,
          bodyHtml: markSafeHtml(`<p>${version.bodyText ?? '第一版的正文。'}</p>`),
          bodyText: '第一版的正文。',
          ...version,
        }),
      ],
      { asDraft: draft },
    );
  await save(first, asDraft);
  return { slug: `NW${identityKey}`, save };
}

/** Everything that the history shows, as one text. */
async function readAll(slug: string): Promise<string> {
  return JSON.stringify(await findArticleHistory(slug));
}

describe('the changes of an article', () => {
  it('are none at first, and none by a save that changes nothing readers see', async () => {
    const { slug, save } = await startArticle();
    await save({ tags: ['新标签'] });
    await save({ bodyHtml: markSafeHtml('<p><strong>第一版的正文。</strong></p>') });
    expect(await findArticleHistory(slug)).toMatchObject({ changes: [], hasOlder: false });
    expect(await findLastChange(slug)).toBeUndefined();
  });

  it('tell what changed and when, newest first, the text as a comparison', async () => {
    const { slug, save } = await startArticle();
    const start = Date.now();
    await save({ bodyText: '第二版的正文。', title: '新的标题' });
    await save({
      bodyText: '第二版的正文。',
      title: '新的标题',
      digest: '摘要',
      sourceName: '别的日报',
      publishedAt: new Date('2026-11-20T02:00:00Z'),
    });
    const history = await findArticleHistory(slug);
    expect(history?.changes.map(({ fields, text }) => ({ names: fields.map(({ name }) => name), text: text !== null }))).toEqual([
      { names: ['digest', 'sourceName', 'publishedAt'], text: false },
      { names: ['title'], text: true },
    ]); // prettier-ignore
    expect(history?.changes[1]).toMatchObject({
      fields: [{ name: 'title', before: '测试文章', after: '新的标题' }],
      text: {
        paragraphs: [
          { parts: [{ text: '第' }, { kind: 'removed', text: '一' }, { kind: 'added', text: '二' }, {}] },
        ],
      },
    });
    const last = await findLastChange(slug);
    expect(last?.getTime()).toBe(history?.changes[0]?.at.getTime());
    expect(last?.getTime()).toBeGreaterThanOrEqual(start - 1000);
  });

  it('before the first publication are nobody’s business', async () => {
    const { slug, save } = await startArticle({ bodyText: '机密草稿。' }, true);
    await save({ bodyText: '定稿。' }, true);
    await changeArticleStatus(editor, slug, 'published');
    expect(await findLastChange(slug)).toBeUndefined();
    await save({ bodyText: '定稿，更正。' });
    expect(await findLastChange(slug)).toBeDefined();
    expect((await findArticleHistory(slug))?.changes).toHaveLength(1);
    expect(await readAll(slug)).not.toContain('密');
  });

  it('of what was withdrawn to hide it do not come back with the article', async () => {
    const { slug, save } = await startArticle({ bodyText: '泄露的电话号码。' });
    await changeArticleStatus(editor, slug, 'withdrawn');
    expect(await findArticleHistory(slug)).toBeUndefined();
    await save({ bodyText: '没有电话的正文。' });
    await changeArticleStatus(editor, slug, 'published');
    expect(await findLastChange(slug)).toBeUndefined();
    await save({ bodyText: '没有电话的正文，更正。' });
    expect(await readAll(slug)).not.toContain('泄露');
    expect((await findArticleHistory(slug))?.changes).toHaveLength(1);
  });

  it('of what was deleted neither', async () => {
    const { slug, save } = await startArticle({ bodyText: '删去的正文。' });
    await save({ bodyText: '改过的正文。' });
    await deleteArticle(editor, slug);
    expect(await findArticleHistory(slug)).toBeUndefined();
    await restoreArticle(editor, slug);
    expect(await findArticleHistory(slug)).toMatchObject({ changes: [] });
    expect(await readAll(slug)).not.toContain('删去');
  });

  it('cost a bounded time, however long the text', async () => {
    const paragraphs = (mark: string) => Array.from({ length: 12_000 }, (_, at) => `第${at}段${mark}。`).join('\n'); // prettier-ignore
    const { slug, save } = await startArticle({ bodyText: paragraphs('甲') });
    for (const mark of ['乙', '丙', '丁']) await save({ bodyText: paragraphs(mark) });
    const history = await findArticleHistory(slug);
    expect(history?.changes.map(({ text }) => text === 'tooLong')).toEqual([false, true, true]);
  });
});
