import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getDb } from '@/lib/db/prisma-client';
import { startTestWorker, uploadForTest } from '@/testing/start-test-worker';
import { cancelImport, pauseImport, startPreviewedImport } from '../import-control';
import { defaultImportOptions } from '../import-options';
import { sendImportTask } from '../import-queue';
import { getImport, getImportReport } from '../import-store';
import { countExcluded } from '../report-items';
import { retryRejected } from '../retry-import';
import { listChangedSince } from '../undo/list-changed-since';
import { undoNow } from '@/testing/undo-now';
import { getImportFacets } from './import-facets';
import { getItemPreview } from './item-preview';
import { changePreviewChoices, changePreviewOptions } from './preview-choices';
import { tryZone } from './zone-effect';

let worker: Awaited<ReturnType<typeof startTestWorker>>;
const editor = { asDraft: false, editorId: 'editor-1' };

beforeAll(async () => {
  worker = await startTestWorker();
});
beforeEach(async () => {
  await getDb().$executeRaw`TRUNCATE articles, imports, categories CASCADE`;
});
afterAll(() => worker.stop());

function buildPost(
  title: string,
  { body = '正文一段。', date = '2026-03-04 05:06:07', category = '财经' } = {},
) {
  return `---\ntitle: ${title}\ndate: ${date}\ncategory: ${category}\n---\n<p>${body}</p>\n`;
}

async function preview(files: Record<string, string | Buffer>) {
  const id = await uploadForTest(files, { dryRun: true });
  await sendImportTask('run', id);
  return id;
}

async function listOutcomes(id: string) {
  const { items } = await getImportReport(id, { limit: 100 });
  return Object.fromEntries(
    items.map(({ path, outcome, excluded }) => [path, excluded ? 'left out' : outcome]),
  );
}

describe('leaving out', () => {
  it('by path and by filter counts at once, can be taken back, and holds for the import', async () => {
    const id = await preview({
      '2026-03-04-a.md': buildPost('甲'),
      '2026-03-04-b.md': buildPost('乙'),
      '2026-03-04-c.md': buildPost('丙', { category: '别的' }),
      'empty.md': '',
    });
    await changePreviewChoices(id, { paths: ['2026-03-04-a.md'], excluded: true });
    expect(await changePreviewChoices(id, { filter: { category: '别的' }, excluded: true })).toEqual({ reruns: false });
    expect(await listOutcomes(id)).toEqual({
      '2026-03-04-a.md': 'left out',
      '2026-03-04-b.md': 'created',
      '2026-03-04-c.md': 'left out',
      'empty.md': 'rejected',
    });
    expect(await countExcluded(id)).toEqual({ excluded: 2, excludedByOutcome: { created: 2 } });
    const left = await getImportReport(id, { outcome: 'skipped', limit: 10 });
    expect(left.items.map(({ path }) => path)).toEqual(['2026-03-04-a.md', '2026-03-04-c.md']);
    const fresh = await getImportReport(id, { outcome: 'created', limit: 10 });
    expect(fresh.items.map(({ path }) => path)).toEqual(['2026-03-04-b.md']);
    await changePreviewChoices(id, { filter: { outcome: 'skipped', text: '-A.' }, excluded: false });
    const real = await startPreviewedImport(id, editor);
    expect(await getImport(real)).toMatchObject({ status: 'done', created: 2, skipped: 1, rejected: 1 });
    const skipped = await getImportReport(real, { outcome: 'skipped', limit: 10 });
    expect(skipped.items).toMatchObject([{ path: '2026-03-04-c.md', outcome: 'skipped', notes: [{ code: 'excluded' }] }]);
  });

  it('is for previews alone', async () => {
    const id = await uploadForTest({ 'a.md': buildPost('甲') }, { dryRun: false });
    await expect(changePreviewChoices(id, { paths: ['a.md'], excluded: true })).rejects.toThrow('import-not-a-preview');
  });
}); // prettier-ignore

describe('options', () => {
  it('run the same preview again: categories merge, the zone moves dates, nothing is counted twice', async () => {
    const id = await preview({
      '2026-03-04-a.md': buildPost('甲', { category: 'TechWeb' }),
      '2026-03-04-b.md': buildPost('乙', { category: 'Techweb' }),
      '2026-03-04-c.md': buildPost('丙', { category: '证券', date: '2026-03-04 05:06:07 +0000' }),
    });
    const { categories } = await getImportFacets(id);
    expect(categories.map(({ key, count, names }) => [key, count, names.length])).toEqual([
      ['techweb', 2, 2],
      ['证券', 1, 1],
    ]);
    await changePreviewOptions(id, {
      ...defaultImportOptions,
      timeZone: 'UTC',
      categories: { techweb: { name: '科技网' } },
    });
    const { items, ...report } = await getImportReport(id, { limit: 10 });
    expect(report).toMatchObject({ status: 'done', total: 3, created: 3 });
    expect(items.map(({ category, publishedAt }) => [category, publishedAt?.toISOString()])).toEqual([
      ['科技网', '2026-03-04T05:06:07.000Z'],
      ['科技网', '2026-03-04T05:06:07.000Z'],
      ['证券', '2026-03-04T05:06:07.000Z'],
    ]);
  });

  it('are refused while the preview runs, and when its files are gone', async () => {
    const id = await preview({ 'a.md': buildPost('甲') });
    await startPreviewedImport(id, editor);
    await expect(changePreviewOptions(id, defaultImportOptions)).rejects.toMatchObject({ code: 'upload-gone', status: 410 });
    const waiting = await uploadForTest({ 'a.md': buildPost('甲') }, { dryRun: true });
    await expect(changePreviewOptions(waiting, defaultImportOptions)).rejects.toThrow('import-still-running');
  }); // prettier-ignore

  it('shows what a zone does, only for dates without one', async () => {
    const id = await preview({
      '2026-03-04-a.md': buildPost('甲'),
      '2026-03-04-b.md': buildPost('乙', { date: '2026-03-04 05:06:07 +0100' }),
    });
    expect(await tryZone(id, 'UTC')).toEqual({
      timeZone: 'Asia/Shanghai',
      sampled: 2,
      withoutZone: 1,
      languages: [{ name: 'zh-CN', count: 2 }],
      examples: [
        {
          path: '2026-03-04-a.md',
          title: '甲',
          before: '2026-03-03T21:06:07.000Z',
          after: '2026-03-04T05:06:07.000Z',
        },
      ],
    });
  });
});

describe('getItemPreview', () => {
  it('sets a changed post beside the article, field by field and text by text', async () => {
    const first = await uploadForTest(
      { '2026-03-04-a.md': buildPost('股价上涨', { body: '今天上涨三成。' }) },
      { dryRun: false },
    );
    await sendImportTask('run', first);
    const id = await preview({
      'x.md': '',
      '2026-03-04-a.md': buildPost('股价上涨', { body: '今天下跌三成。', category: '证券' }),
    });
    const shown = await getItemPreview(id, 1);
    expect(shown.comparison).toMatchObject({ changedFields: ['body', 'category'] });
    expect(shown.comparison?.article).toBeTruthy();
    expect(shown.comparison?.fields).toContainEqual({ name: 'category', before: '财经', after: '证券' });
    expect(shown.comparison?.body.paragraphs).toEqual([
      {
        kind: 'changed',
        parts: [
          { kind: 'same', text: '今天' },
          { kind: 'removed', text: '上涨' },
          { kind: 'added', text: '下跌' },
          { kind: 'same', text: '三成。' },
        ],
      },
    ]);
    expect(shown.original?.isWhole).toBe(true);
    expect(shown.original?.text).toContain('今天下跌三成');
    expect(await getDb().article.count()).toBe(1);
  });

  it('shows the broken line, the repair that can be switched off, and what comes of it', async () => {
    const broken = '---\ntitle: "甲说"乙"好"\ndate: 2026-03-04 05:06:07\n---\n正文。\n';
    const id = await preview({ '2026-03-04-a.md': broken });
    const shown = await getItemPreview(id, 0);
    const note = shown.notes.find(({ code }) => code === 'front-matter-repaired');
    expect(note?.excerpt.find(({ line }) => line === note.line)?.text).toContain('甲说');
    expect(shown.repairs).toEqual([
      { code: 'front-matter-repaired', isOff: false, isOffForAll: false },
      ...shown.repairs.slice(1),
    ]);
    await changePreviewChoices(id, { paths: ['2026-03-04-a.md'], withoutRepairs: ['front-matter-repaired'] });
    expect(await listOutcomes(id)).toEqual({ '2026-03-04-a.md': 'rejected' });
    expect((await getItemPreview(id, 0)).repairs).toContainEqual({
      code: 'front-matter-repaired',
      isOff: true,
      isOffForAll: false,
    });
    await changePreviewChoices(id, { paths: ['2026-03-04-a.md'], withoutRepairs: null });
    expect(await listOutcomes(id)).toEqual({ '2026-03-04-a.md': 'created' });
  });

  it('offers other readings of bytes, and one of them can be chosen for a file', async () => {
    const id = await preview({ '2026-03-04-a.md': Buffer.concat([Buffer.from('---\ntitle: t\ndate: 2026-03-04\n---\n'), Buffer.from('d6d0b9fabea9bca3b5c4d0c2cec5', 'hex')]) });
    const shown = await getItemPreview(id, 0);
    expect(shown.charset).toBe('gb18030');
    const [other] = shown.charsetAlternatives;
    const sample = other?.sample.slice(-6) ?? '';
    expect(sample).not.toContain('中');
    await changePreviewChoices(id, { paths: ['2026-03-04-a.md'], charset: other?.charset });
    const again = await getItemPreview(id, 0);
    expect(again.charset).toBe(other?.charset);
    expect(JSON.stringify(again.comparison?.body.paragraphs)).toContain(sample);
  }); // prettier-ignore

  it('says what it can of a file that could never be read, and of one that is gone', async () => {
    const id = await preview({ 'empty.md': '', 'a.md': buildPost('甲') });
    expect(await getItemPreview(id, 0)).toMatchObject({ comparison: null, original: null });
    await startPreviewedImport(id, editor);
    expect(await getItemPreview(id, 1)).toMatchObject({ comparison: null, original: null, path: 'a.md' });
    await expect(getItemPreview(id, 7)).rejects.toMatchObject({ code: 'item-unknown', status: 404 });
  });
});

describe('retryRejected', () => {
  it('tries only what was rejected, with the mended text, in a preview first', async () => {
    const id = await uploadForTest({ 'a.md': buildPost('甲'), 'empty.md': '', 'bad.bin': Buffer.from([0, 1, 2]) }, { dryRun: false });
    await sendImportTask('run', id);
    const files = [{ path: 'empty.md', text: buildPost('现在有字了') }];
    const retry = await retryRejected(id, { id: 'editor-1' }, { files, dryRun: true });
    expect(await getImport(retry)).toMatchObject({ parentId: id, dryRun: true, status: 'done', created: 1, total: 1 });
    const real = await startPreviewedImport(retry, editor);
    expect(await getImport(real)).toMatchObject({ created: 1, rejected: 0 });
    expect(await getDb().article.count()).toBe(2);
  }); // prettier-ignore

  it.each([
    ['nothing was rejected', { 'a.md': buildPost('甲') }, 'nothing-rejected'],
    ['nothing can be read again', { 'empty.md': '' }, 'nothing-to-retry'],
  ])('refuses when %s', async (_name, files, code) => {
    const id = await uploadForTest(files, { dryRun: false });
    await sendImportTask('run', id);
    await expect(retryRejected(id, { id: 'e' }, { files: [], dryRun: true })).rejects.toMatchObject({ code });
  });

  it('refuses an import whose files never were here', async () => {
    await getDb().import.create({ data: { id: 'cli-1', origin: 'cli', status: 'done', rejected: 1 } });
    await expect(retryRejected('cli-1', { id: 'e' }, { files: [], dryRun: true })).rejects.toMatchObject({
      code: 'import-without-files',
      status: 409,
    });
  });
});

it('names what an undo would leave', async () => {
  const id = await uploadForTest({ 'a.md': buildPost('甲'), 'b.md': buildPost('乙') }, { dryRun: false });
  await sendImportTask('run', id);
  expect(await listChangedSince(id)).toEqual({ count: 0, slugs: [] });
  const [item] = (await getImportReport(id, { limit: 1 })).items;
  await getDb().article.update({ where: { slug: item?.slug ?? '' }, data: { contentHash: 'edited' } });
  expect(await listChangedSince(id)).toEqual({ count: 1, slugs: [item?.slug] });
  expect(await undoNow(id)).toMatchObject({ removed: 1, kept: 1 });
});

it('pauses no import that only its own process could go on with', async () => {
  await getDb().import.create({ data: { id: 'cli-2', origin: 'cli', status: 'running' } });
  await expect(pauseImport('cli-2')).rejects.toMatchObject({ code: 'import-without-files', status: 409 });
  await cancelImport('cli-2');
  expect(await getImport('cli-2')).toMatchObject({ requested: 'cancel' });
});
