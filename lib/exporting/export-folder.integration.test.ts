import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveArticles } from '@/lib/articles/save-articles';
import { buildArticleInputs } from '@/testing/build-article-input';
import { exportFolder } from './export-folder';
import { emptyPortal, newFolder } from './test-portal';

beforeAll(async () => {
  await saveArticles(buildArticleInputs(3), {});
});
afterAll(emptyPortal);

async function makeFolder(...files: string[]): Promise<string> {
  const folder = await newFolder();
  await mkdir(folder);
  for (const file of files) await writeFile(path.join(folder, file), 'mine');
  return folder;
}

it('fills an empty folder and replaces a former export, and leaves nothing beside it', async () => {
  const folder = await makeFolder();
  await exportFolder(folder);
  await saveArticles(buildArticleInputs(4), {});
  await exportFolder(folder);
  expect(await readdir(path.join(folder, '_posts'))).toHaveLength(4);
  expect(await readdir(path.dirname(folder))).toEqual(['out']);
});

it.each([['notes.txt'], ['manifest.json']])(
  'leaves a folder alone that holds something else: %s',
  async (file) => {
    const folder = await makeFolder(file);
    await expect(exportFolder(folder)).rejects.toMatchObject({
      code: 'export-target-used',
      params: { file },
    });
    expect(await readFile(path.join(folder, file), 'utf8')).toBe('mine');
    expect(await readdir(path.dirname(folder))).toEqual(['out']);
  },
);

it.each([
  ['a file', (file: string) => writeFile(file, 'mine')],
  ['a link', (file: string) => symlink('/', file)],
])('leaves a former export alone to which somebody added %s', async (_, add) => {
  const folder = await newFolder();
  await exportFolder(folder);
  await add(path.join(folder, '_posts', 'added.md'));
  await expect(exportFolder(folder)).rejects.toMatchObject({
    code: 'export-target-used',
    params: { file: '_posts/added.md' },
  });
});

it('takes a file for no folder', async () => {
  const folder = await makeFolder('file');
  await expect(exportFolder(path.join(folder, 'file'))).rejects.toMatchObject({ code: 'export-target-used' });
});

it('says that it may not write there', async () => {
  // Not even root may make a folder there.
  const folder = process.platform === 'linux' ? '/proc/finews-export' : '/finews-export';
  await expect(exportFolder(folder)).rejects.toMatchObject({ code: 'export-no-rights' });
});

it('leaves nothing when it is stopped, and the former export where it was', async () => {
  const folder = await newFolder();
  await exportFolder(folder);
  const before = (await stat(folder)).ino;
  const signal = AbortSignal.abort();
  await expect(exportFolder(folder, { signal })).rejects.toMatchObject({ code: 'export-stopped' });
  expect(await readdir(path.dirname(folder))).toEqual(['out']);
  expect((await stat(folder)).ino).toBe(before);
});
