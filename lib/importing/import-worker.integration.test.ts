import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { getDb } from '@/lib/db/prisma-client';
import { cancelImport, pauseImport, resumeImport } from './import-control';
import { runImport } from './import-pipeline';
import { sendImportTask } from './import-queue';
import { claimImport } from './import-run-store';
import { createImport, getImport, getImportReport } from './import-store';
import { startImportWorker } from './import-worker';
import { ParsePool } from './parsing/parse-pool';
import { requestUndo } from './undo/undo-import';
import { openUpload, UploadStore } from './uploads/upload-store';

let dataDir = '';

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'finews-worker-'));
  vi.stubEnv('DATA_DIR', dataDir);
});

afterAll(async () => {
  await rm(dataDir, { recursive: true });
});

/** An upload of `count` posts as JSON lines, registered and not yet started. */
async function upload(count: number, prefix: string): Promise<string> {
  const id = randomUUID();
  const store = await UploadStore.create(id);
  const lines = Array.from({ length: count }, (_, at) =>
    JSON.stringify({ id: `tag:example.org,2026:${prefix}-${at}`, title: `${prefix} ${at}`, date: '2026-03-04 05:06:07', body: `第${at}段，共${count}段。`.repeat(20) }),
  ); // prettier-ignore
  await store.add('posts.jsonl', Readable.from(lines.join('\n')));
  return createImport({ dryRun: false, asDraft: false, origin: 'api' }, id);
}

async function waitFor(id: string, ...statuses: string[]) {
  return vi.waitFor(
    async () => {
      const summary = await getImport(id);
      expect(statuses).toContain(summary.status);
      return summary;
    },
    { timeout: 25_000, interval: 50 },
  );
}

async function countArticles(prefix: string): Promise<number> {
  return getDb().article.count({ where: { title: { startsWith: `${prefix} ` } } });
}

describe('the worker', { timeout: 60_000 }, () => {
  it('finds an import that never reached the queue, pauses it, goes on with it, and ends it exactly', async () => {
    const id = await upload(1500, 'pausing');
    const worker = await startImportWorker();
    try {
      await vi.waitFor(async () => expect((await getImport(id)).created).toBeGreaterThan(0), {
        timeout: 25_000,
        interval: 10,
      });
      await pauseImport(id);
      const paused = await waitFor(id, 'paused');
      expect(paused.created).toBeLessThan(1500);
      await resumeImport(id);
      expect(await waitFor(id, 'done')).toMatchObject({
        total: 1500,
        created: 1500,
        unchanged: 0,
        rejected: 0,
      });
      const { items } = await getImportReport(id, { limit: 2000 });
      expect(items.map(({ position }) => position)).toEqual(Array.from({ length: 1500 }, (_, at) => at));
      expect(await countArticles('pausing')).toBe(1500);
    } finally {
      await worker.stop();
    }
  });

  it('ends an import before its time, and an undo takes back what it wrote', async () => {
    const id = await upload(1500, 'cancelling');
    const worker = await startImportWorker();
    try {
      await vi.waitFor(async () => expect((await getImport(id)).created).toBeGreaterThan(0), {
        timeout: 25_000,
        interval: 10,
      });
      await cancelImport(id);
      const cancelled = await waitFor(id, 'cancelled');
      expect(await countArticles('cancelling')).toBe(cancelled.created);
      expect(cancelled.created).toBeLessThan(1500);
      await expect(resumeImport(id)).rejects.toMatchObject({ code: 'import-not-paused' });
      const undoId = await requestUndo(id, { id: 'editor-1' });
      await sendImportTask('undo', undoId);
      await waitFor(undoId, 'done');
      expect(await getImport(id)).toMatchObject({ status: 'undone' });
      expect(await countArticles('cancelling')).toBe(0);
    } finally {
      await worker.stop();
    }
  });

  it('two of them never do one import twice, and one goes on where the other was stopped', async () => {
    const ids = [await upload(700, 'first'), await upload(700, 'second')];
    const workers = [await startImportWorker(), await startImportWorker()];
    try {
      await vi.waitFor(async () => expect((await getImport(ids[0] ?? '')).created).toBeGreaterThan(0), {
        timeout: 25_000,
        interval: 10,
      });
      await workers.shift()?.stop();
      for (const id of ids)
        expect(await waitFor(id, 'done')).toMatchObject({ created: 700, unchanged: 0, rejected: 0 });
      expect([await countArticles('first'), await countArticles('second')]).toEqual([700, 700]);
    } finally {
      await Promise.all(workers.map((worker) => worker.stop()));
    }
  });
});

it('a run whose import another one took over writes nothing more', async () => {
  const importId = await upload(600, 'taken');
  await using pool = new ParsePool(1);
  const signal = new AbortController().signal;
  const open = (skip: number) => openUpload(importId, skip);
  const claims: Promise<unknown>[] = [];
  const end = await runImport({
    importId,
    open,
    parser: pool,
    signal,
    patience: 0,
    onProgress: () => claims.push(claimImport(importId)),
  });
  await Promise.all(claims);
  expect(end).toBe('stopped');
  const half = await getImport(importId);
  expect(half.created).toBeLessThan(600);
  expect(await countArticles('taken')).toBe(half.created);
  await runImport({ importId, open, parser: pool, signal, patience: 0 });
  expect(await getImport(importId)).toMatchObject({ status: 'done', created: 600, unchanged: 0 });
  expect(await countArticles('taken')).toBe(600);
});

it('two imports of the same posts at once end as one', async () => {
  const ids = [await upload(400, 'same'), await upload(400, 'same')];
  await using one = new ParsePool(1);
  await using other = new ParsePool(1);
  const signal = new AbortController().signal;
  const ends = await Promise.all(
    ids.map((importId, at) =>
      runImport({
        importId,
        open: (skip) => openUpload(importId, skip),
        parser: at === 0 ? one : other,
        signal,
        patience: 0,
      }),
    ),
  );
  expect(ends).toEqual(['done', 'done']);
  const [a, b] = await Promise.all(ids.map((id) => getImport(id)));
  expect((a?.created ?? 0) + (b?.created ?? 0)).toBe(400);
  expect((a?.unchanged ?? 0) + (b?.unchanged ?? 0)).toBe(400);
  expect(await countArticles('same')).toBe(400);
});

it('notes a new article with nearly the text of another, and merges nothing', async () => {
  const sentences = Array.from({ length: 40 }, (_, at) => `第${at}条消息说，数字是${at * 104_729}。`);
  const bodies = [
    sentences.join(''),
    sentences.toSpliced(20, 1, '这一句改过。').join(''),
    '别的事情。'.repeat(40),
  ];
  const id = randomUUID();
  const store = await UploadStore.create(id);
  const lines = bodies.map((body, at) =>
    JSON.stringify({ id: `tag:near-${at}`, title: `相近 ${at}`, date: `2026-05-0${at + 1} 01:02:03`, body }),
  );
  await store.add('posts.jsonl', Readable.from(lines.join('\n')));
  await createImport({ dryRun: false, asDraft: false, origin: 'api' }, id);
  await using parser = new ParsePool(1);
  await runImport({
    importId: id,
    open: (skip) => openUpload(id, skip),
    parser,
    signal: new AbortController().signal,
    patience: 0,
  });
  const { items, created } = await getImportReport(id, { limit: 10 });
  expect(created).toBe(3);
  const noted = items.map(({ notes }) => notes.find(({ code }) => code === 'near-duplicate')?.params?.title);
  expect(noted).toEqual([undefined, '相近 0', undefined]);
});
