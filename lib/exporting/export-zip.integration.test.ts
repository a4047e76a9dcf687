import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import { beforeEach, expect, it } from 'vitest';
import { saveArticles } from '@/lib/articles/save-articles';
import { importPaths } from '@/lib/importing/import-paths';
import { buildArticleInputs } from '@/testing/build-article-input';
import { exportZip } from './export-zip';
import { emptyPortal, newFolder, readPortal } from './test-portal';

beforeEach(emptyPortal);

it('gives a zip that brings the same portal back', async () => {
  await saveArticles(buildArticleInputs(600), {});
  const before = await readPortal();
  const folder = await newFolder();
  await mkdir(folder);
  const file = path.join(folder, 'export.zip');
  await pipeline(exportZip(), createWriteStream(file));
  await emptyPortal();
  const report = await importPaths([file], { dryRun: false, asDraft: false, origin: 'cli' });
  expect(report).toMatchObject({ status: 'done', created: 600, skipped: 1, rejected: 0 });
  expect(await readPortal()).toEqual(before);
});

it('reads no further than somebody takes', async () => {
  await saveArticles(buildArticleInputs(200, { digest: Buffer.alloc(20_000, 'x').toString() }), {});
  const zip = exportZip();
  await new Promise((resolve) => zip.once('readable', resolve));
  expect(zip.readableLength).toBeLessThan(200_000);
  zip.destroy();
  await finished(zip).catch(() => undefined);
  expect(zip.destroyed).toBe(true);
});
