import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPublishedArticle } from '@/lib/articles/article-store';
import { saveArticles } from '@/lib/articles/save-articles';
import { getDb } from '@/lib/db/prisma-client';
import { buildArticleInput } from '@/testing/build-article-input';
import { defaultImportLimits } from './import-limits';
import { importPaths } from './import-paths';
import { ParsePool } from './parsing/parse-pool';
import { inlineParser } from './parsing/parser';
import { runImport } from './import-pipeline';
import { createImport, getImportReport } from './import-store';
import { openSources } from './sources/open-source';
import { undoNow } from '@/testing/undo-now';

const options = { dryRun: false, asDraft: false, origin: 'cli' } as const;

function buildPost(title: string, body = '正文一段。'): string {
  return `---\nlayout: post\ntitle: "${title}"\ndate: 2026-03-04 05:06:07 +0800\ncategories: ceshi\ntags: 测试新闻\n---\n<p>${body}</p>\n`;
}

/** A folder of `count` posts whose ids begin with the given eight digits. */
async function makeFolder(day: string, count: number): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'finews-posts-'));
  for (let at = 0; at < count; at += 1) {
    const id = `${day}${String(at).padStart(10, '0')}`;
    await writeFile(path.join(dir, `2026-03-04-NW${id}.md`), buildPost(`第${at}篇`));
  }
  return dir;
}

describe('importPaths', () => {
  it('imports a folder, and the second time reports every post as unchanged', async () => {
    const dir = await makeFolder('20260101', 450);
    expect(await importPaths([dir], options)).toMatchObject({
      status: 'done',
      total: 450,
      created: 450,
      rejected: 0,
    });
    expect(await importPaths([dir], options)).toMatchObject({
      status: 'done',
      total: 450,
      unchanged: 450,
      created: 0,
    });
  });

  it('shows in a dry run what would happen, also of a post that comes twice, and writes no article', async () => {
    const dir = await makeFolder('20260102', 3);
    await mkdir(path.join(dir, 'again'));
    await writeFile(path.join(dir, 'again', '2026-03-04-NW202601020000000000.md'), buildPost('第0篇'));
    const before = await getDb().article.count();
    const report = await importPaths([dir], { ...options, dryRun: true });
    expect(report).toMatchObject({ dryRun: true, total: 4, created: 3, unchanged: 1 });
    expect(await getDb().article.count()).toBe(before);
    const real = await importPaths([dir], options);
    expect(real).toMatchObject({ created: 3, unchanged: 1 });
    const duplicate = { code: 'duplicate-in-import', params: { path: '2026-03-04-NW202601020000000000.md' } };
    expect([report.items[3]?.notes, real.items[3]?.notes]).toEqual([[duplicate], [duplicate]]);
  });

  it('gives every bad file a named outcome and leaves the good ones unharmed', async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'finews-bad-'));
    const files: Record<string, string | Buffer> = {
      'empty.md': '',
      'only-front-matter.md': '---\nlayout: post\ndate: 2026-01-01\n---\n',
      'binary.md': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      'huge.md': Buffer.alloc(50 * 1024 * 1024, 'a'),
      'truncated.zip': Buffer.from('PK\x03\x04 and then nothing'),
      '2026-01-03-NW202601030000000001.md': buildPost('好的一篇'),
    };
    for (const [name, content] of Object.entries(files)) await writeFile(path.join(dir, name), content);
    const report = await importPaths([dir], options);
    const codes = Object.fromEntries(
      report.items.map((item) => [
        item.path,
        item.outcome === 'rejected' ? item.notes[0]?.code : item.outcome,
      ]),
    );
    expect(codes).toMatchObject({
      'empty.md': 'empty-file',
      'only-front-matter.md': 'no-readable-text',
      'binary.md': 'not-text',
      'huge.md': 'file-too-large',
      'truncated.zip': 'archive-broken',
      '2026-01-03-NW202601030000000001.md': 'created',
    });
  });

  it('writes no article as published when asked for drafts', async () => {
    const dir = await makeFolder('20260104', 2);
    await importPaths([dir], { ...options, asDraft: true });
    expect(await findPublishedArticle('NW202601040000000000')).toBeUndefined();
    const drafts = await getDb().article.count({
      where: { slug: { startsWith: 'NW20260104' }, status: 'draft' },
    });
    expect(drafts).toBe(2);
  });
});

describe('runImport', () => {
  it('goes on behind the last batch after an interruption, with no double and no gap', async () => {
    const dir = await makeFolder('20260105', 450);
    const importId = await createImport(options);
    const open = (skip: number) => openSources([dir], defaultImportLimits, skip);
    await using pool = new ParsePool(1);
    const stop = new AbortController();
    const end = await runImport({
      importId,
      open,
      parser: pool,
      signal: stop.signal,
      patience: 0,
      onProgress: () => stop.abort(),
    });
    expect(end).toBe('stopped');
    const half = await getImportReport(importId, { limit: 1000 });
    expect(half).toMatchObject({ status: 'running', created: 120 });
    await runImport({ importId, open, parser: pool, signal: new AbortController().signal, patience: 0 });
    const whole = await getImportReport(importId, { limit: 1000 });
    expect(whole).toMatchObject({ status: 'done', total: 450, created: 450, unchanged: 0 });
    expect(whole.items.map(({ position }) => position)).toEqual(Array.from({ length: 450 }, (_, at) => at));
  });
});

/** Makes the next statements that insert into a table fail with codes of PostgreSQL, each once; '' does not. */
async function failOnce(table: string, ...codes: string[]): Promise<void> {
  const name = `fail_${table}_${codes.join('_').toLowerCase()}`;
  const tries = codes.map((code, at) =>
    code === '' ? '' : `WHEN ${at + 1} THEN RAISE EXCEPTION 'out of order' USING ERRCODE = '${code}';`,
  );
  await getDb().$executeRawUnsafe(`CREATE SEQUENCE ${name}`);
  await getDb().$executeRawUnsafe(`CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    CASE nextval('${name}') ${tries.join(' ')} ELSE NULL; END CASE; RETURN NULL; END $$`);
  await getDb().$executeRawUnsafe(
    `CREATE TRIGGER ${name} BEFORE INSERT ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION ${name}()`,
  );
}

describe('a database that is out of order for a moment', () => {
  const signal = new AbortController().signal;

  it.each([
    ['57014', '20260107'],
    ['40P01', '20260108'],
    ['55P03', '20260109'],
    ['57P01', '20260111'],
  ])('costs no post (%s)', async (code, day) => {
    const dir = await makeFolder(day, 1);
    const importId = await createImport(options);
    const open = (skip: number) => openSources([dir], defaultImportLimits, skip);
    await failOnce('articles', code);
    await runImport({ importId, open, parser: inlineParser, signal, patience: 10_000 });
    expect(await getImportReport(importId, { limit: 1 })).toMatchObject({ created: 1, rejected: 0 });
  });

  it('costs no post either while the posts of a batch are saved one by one', async () => {
    const dir = await makeFolder('20260112', 3);
    const importId = await createImport(options);
    const open = (skip: number) => openSources([dir], defaultImportLimits, skip);
    await failOnce('articles', '23514', '', '57P01');
    await runImport({ importId, open, parser: inlineParser, signal, patience: 10_000 });
    expect(await getImportReport(importId, { limit: 1 })).toMatchObject({
      total: 3,
      created: 3,
      rejected: 0,
    });
  });

  it('does not make a preview take posts for copies of themselves', async () => {
    const dir = await makeFolder('20260110', 3);
    const importId = await createImport({ ...options, dryRun: true });
    const open = (skip: number) => openSources([dir], defaultImportLimits, skip);
    await failOnce('import_items', '57P01');
    await runImport({ importId, open, parser: inlineParser, signal, patience: 10_000 });
    const report = await getImportReport(importId, { limit: 10 });
    expect(report).toMatchObject({ created: 3, unchanged: 0 });
    expect(report.items.flatMap(({ notes }) => notes)).toEqual([]);
  });
});

describe('undo', () => {
  it('takes created posts away, gives overwritten ones back, and leaves later edits alone', async () => {
    const old = buildArticleInput({
      identityKey: '202601060000000000',
      wantedSlug: 'NW202601060000000000',
      title: '原来的标题',
      tags: ['原'],
    });
    await saveArticles([old], {});
    const dir = await makeFolder('20260106', 4);
    const report = await importPaths([dir], options);
    expect(report).toMatchObject({ created: 3, updated: 1 });
    const edited = buildArticleInput({
      identityKey: '202601060000000003',
      wantedSlug: 'NW202601060000000003',
      title: '编辑改过',
    });
    await saveArticles([edited], {});

    expect(await undoNow(report.id)).toMatchObject({
      removed: 2,
      restored: 1,
      keptBecauseChanged: ['NW202601060000000003'],
    });
    expect(await findPublishedArticle('NW202601060000000000')).toMatchObject({
      title: '原来的标题',
      tags: ['原'],
    });
    expect(await findPublishedArticle('NW202601060000000001')).toBeUndefined();
    expect(await findPublishedArticle('NW202601060000000003')).toMatchObject({ title: '编辑改过' });
    await expect(undoNow(report.id)).rejects.toMatchObject({ code: 'import-not-undoable' });
    // Importing again after an undo: the old addresses live again.
    expect(await importPaths([dir], options)).toMatchObject({ created: 2, updated: 2 });
    expect(await findPublishedArticle('NW202601060000000001')).toMatchObject({ title: '第1篇' });
  });
});
