import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeArticleStatus, deleteArticle, restoreArticle } from '@/lib/articles/article-admin-store';
import { cleanArticleBody } from '@/lib/articles/article-body/article-body';
import type { ArticleInput } from '@/lib/articles/article-input';
import { saveArticles } from '@/lib/articles/save-articles';
import { getDb } from '@/lib/db/prisma-client';
import { importPaths } from '@/lib/importing/import-paths';
import { resolveAddress } from '@/lib/links/resolve-address';
import { buildArticleInput, buildArticleInputs } from '@/testing/build-article-input';
import { undoNow } from '@/testing/undo-now';
import { exportFolder } from './export-folder';
import { emptyPortal, newFolder, readFolderTexts, readPortal } from './test-portal';

const cli = { dryRun: false, asDraft: false, origin: 'cli' } as const;
const editor = { id: 'editor-1' };

beforeEach(emptyPortal);

/** An input as the importer makes it: its body cleaned, its text taken from the body. */
function build(slug: string, html: string, overrides: Partial<ArticleInput> = {}): ArticleInput {
  const { html: bodyHtml, text: bodyText } = cleanArticleBody(html, { format: 'html', liquid: false });
  return buildArticleInput({
    identityKey: `zh-CN:${slug}`,
    wantedSlug: slug,
    title: slug,
    bodyHtml,
    bodyText,
    ...overrides,
  });
}

const id = (at: number) => `2026111200000000${String(at).padStart(2, '0')}`;

/** Everything that a portal can hold, in every state. */
async function fillPortal(): Promise<void> {
  const updated = build(
    'updated',
    '<p>第一版，足够长的一段正文，写给读者看，也写给机器看，好让它认出这个故事来。</p>',
    {
      identityKey: id(1),
      wantedSlug: `NW${id(1)}`,
      tags: ['旧标签', 'a b', 'x,y'],
      links: [
        { path: '/ceshi/2026/11/20/nw1', kind: 'permalink' },
        { path: '//finance.example/a/1?b=C', kind: 'source' },
      ],
      mentions: [{ market: '1', code: '600519', name: '贵州茅台', kind: 'stock', count: 2 }],
      sourceUrl: 'https://finance.example/a/1?b=C',
      imageUrl: 'https://finance.example/a.png',
      canonicalUrl: 'https://finance.example/canonical',
    },
  );
  const rest = [
    build('liquid', '<p>模板写作 {{ page.title }}，标签写作 {% if a %}、{% endraw %} 和 {{% x %}}。</p>', {
      title: '显示 {{ x }} 的 &amp; 文章',
    }),
    build('withdrawn', '<p>撤回的。</p>', { category: { slug: 'TechWeb', name: 'TechWeb' } }),
    build('deleted', '<p>删除的。</p>', { links: [{ path: '/old/deleted', kind: 'permalink' }] }),
    build('guessed', '<p>猜的标题。</p>', { guessedFields: ['title', 'publishedAt'] }),
    build('scheduled', '<p>将来的。</p>', { publishedAt: new Date('2199-01-01T00:00:00.123Z') }),
    build('2021-12-01-init', '<p>Translated.</p>', {
      identityKey: 'en:2021-12-01-init',
      language: 'en',
      zoneOffset: -210,
    }),
    build('2021-12-01-init', '<p>翻訳。</p>', {
      identityKey: 'ja:2021-12-01-init',
      language: 'ja',
      category: null,
    }),
    build(
      'straße',
      '<h2>Quotes "in" \'title\'</h2><blockquote><p>One.</p></blockquote><blockquote><p>Two.</p></blockquote><p>End: # no comment</p>',
      {
        title: `"He said: 'yes' # \\ {a: [b]}" - 上涨了`,
        digest: '--- 摘要: {{ x }}',
        sourceName: '@来源: "报"',
      },
    ),
    build('长'.repeat(120), '<p>很长的名字。</p>', { digest: 'null', tags: ['true', '2022-01-01', '~'] }),
  ];
  await saveArticles([updated, ...rest], {});
  const newer = cleanArticleBody('<p>第二版。</p>', { format: 'html', liquid: false });
  await saveArticles(
    [
      {
        ...updated,
        title: '第二版',
        bodyHtml: newer.html,
        bodyText: newer.text,
        category: { slug: 'xin', name: '新栏目' },
        tags: ['新'],
        mentions: [{ market: '90', code: 'BK0493', name: '新能源', kind: 'sector', count: 1 }],
      },
    ],
    { editorId: 'editor-1' },
  );
  await changeArticleStatus(editor, 'withdrawn', 'withdrawn');
  await deleteArticle(editor, 'deleted');
  await deleteArticle(editor, 'liquid');
  await restoreArticle(editor, 'liquid');
  await getDb().shortLink.updateMany({
    data: { visits: 41, lastVisitAt: new Date('2026-11-21T03:04:05.678Z') },
  });
  await getDb().article.updateMany({ data: { createdAt: new Date('2025-01-02T03:04:05.006Z') } });
  await getDb().link.createMany({
    data: [
      {
        path: '/by-hand',
        kind: 'hand',
        articleId: await findId(`NW${id(1)}`),
        createdAt: new Date('2025-05-05'),
      },
    ],
  });
  await getDb().wantedPath.create({ data: { path: '/wanted', hits: 7, lastReferrer: 'https://a.example/' } });
  await getDb().setting.createMany({
    data: [
      { key: 'content.about', value: { text: '关于' } },
      { key: 'first-editor', value: 'secret' },
    ],
  });
  const { id: categoryId } = await getDb().category.findUniqueOrThrow({ where: { slug: 'techweb' } });
  await getDb().categoryAlias.create({ data: { slug: 'other-techweb', categoryId } });
  await getDb().category.create({
    data: { slug: 'empty', name: '空栏目', nameKey: '空栏目', aliases: { create: { slug: 'empty' } } },
  });
}

async function findId(slug: string): Promise<number> {
  return (await getDb().article.findUniqueOrThrow({ where: { slug } })).id;
}

async function addUndone(): Promise<void> {
  const folder = await newFolder();
  await mkdir(folder);
  const post = '---\ntitle: 收回的\ndate: 2026-03-04 05:06:07 +0800\n---\n正文。\n';
  await writeFile(path.join(folder, '2026-03-04-taken-back.md'), post);
  const { id: importId } = await importPaths([folder], cli);
  await undoNow(importId);
}

describe('an export and its way back', () => {
  it(
    'gives the same articles, addresses, times, states, short links, history and categories',
    { timeout: 120_000 },
    async () => {
      await fillPortal();
      await addUndone();
      await saveArticles(buildArticleInputs(1200, { digest: '摘要' }), {});
      const before = await readPortal();
      const addresses = [
        ...Object.keys(before.links ?? {}),
        '/techweb',
        '/category/other-techweb.html',
        '/empty',
        '/2026/03/04/taken-back',
      ];
      const resolved = await Promise.all(addresses.map((address) => resolveAddress(address)));
      const size = (part: string) => Object.keys(before[part] ?? {}).length;
      expect(['revisions', 'mentions', 'removed', 'wanted', 'settings'].map(size)).toEqual([5, 1, 1, 1, 1]);
      expect(new Set(resolved.map(({ kind }) => kind))).toEqual(new Set(['redirect', 'gone', 'unknown']));
      const folder = await newFolder();
      expect(await exportFolder(folder)).toEqual({ articles: 1210, revisionsLeftOut: 0 });
      await emptyPortal();
      const report = await importPaths([folder], cli);
      expect(report).toMatchObject({ status: 'done', created: 1210, skipped: 1, rejected: 0, total: 1211 });
      expect(await readPortal()).toEqual(before);
      expect(await Promise.all(addresses.map((address) => resolveAddress(address)))).toEqual(resolved);
      const again = await newFolder();
      await exportFolder(again);
      expect(await readFolderTexts(again)).toEqual(await readFolderTexts(folder));
    },
  );

  it('changes nothing in the portal that it came from', async () => {
    await fillPortal();
    const folder = await newFolder();
    await exportFolder(folder);
    const before = await readPortal();
    expect(await importPaths([folder], cli)).toMatchObject({
      unchanged: 10,
      created: 0,
      updated: 0,
      rejected: 0,
    });
    expect(await readPortal()).toEqual(before);
  });

  it('can be undone: what it created goes, with its history', async () => {
    await fillPortal();
    const folder = await newFolder();
    await exportFolder(folder);
    await emptyPortal();
    const { id: importId } = await importPaths([folder], cli);
    expect(await undoNow(importId)).toMatchObject({ removed: 10, kept: 0 });
    expect(await getDb().article.count()).toBe(0);
    expect(await getDb().category.count()).toBe(0);
  });

  it('keeps settings that are no content, and editors, to itself', async () => {
    await fillPortal();
    const folder = await newFolder();
    await exportFolder(folder);
    const all = Object.values(await readFolderTexts(folder)).join('');
    expect(all).toContain('content.about');
    expect(all).not.toContain('first-editor');
  });
});

describe('an export that was damaged', () => {
  it('says which file was changed and which is missing; the others come in', async () => {
    await saveArticles(buildArticleInputs(5), {});
    const folder = await newFolder();
    await exportFolder(folder);
    const [first = '', second = ''] = Object.keys(await readFolderTexts(folder)).filter((file) =>
      file.endsWith('.md'),
    );
    const text = await readFile(path.join(folder, first), 'utf8');
    await writeFile(path.join(folder, first), text.slice(0, -30));
    await rm(path.join(folder, second));
    await emptyPortal();
    const report = await importPaths([folder], cli);
    expect(report).toMatchObject({ status: 'done', created: 4, rejected: 1, skipped: 0 });
    expect(report.items.find(({ path: file }) => file === 'manifest.json')).toMatchObject({
      outcome: 'rejected',
      notes: [
        { code: 'export-damaged', params: { count: 2 } },
        { code: 'export-file-changed', params: { path: first } },
        { code: 'export-file-missing', params: { path: second } },
      ],
    });
  });

  it('says so of a manifest that was cut', async () => {
    await saveArticles(buildArticleInputs(2), {});
    const folder = await newFolder();
    await exportFolder(folder);
    const manifest = path.join(folder, 'manifest.json');
    await writeFile(manifest, (await readFile(manifest, 'utf8')).slice(0, -20));
    await emptyPortal();
    const { items } = await importPaths([folder], cli);
    expect(items.find(({ path: file }) => file === 'manifest.json')?.notes[0]).toMatchObject({
      code: 'export-damaged',
    });
  });
});
