import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import yazl from 'yazl';
import { buildPost } from '../support/build-post';
import { messages } from '../support/messages';
import { signIn } from '../support/sign-in';

const t = messages.admin;

test.beforeEach(async ({ page }) => {
  await signIn(page.request);
  await page.goto('/admin/import');
});

function buildZip(files: Record<string, string>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
    zip.outputStream.on('error', reject);
    zip.outputStream.on('end', () => resolve(Buffer.concat(chunks)));
  });
}

/** From the picked files through the preview to the finished report. */
async function previewAndStart(page: Page): Promise<void> {
  await page.getByRole('button', { name: t.preview }).click();
  await expect(page.getByText(t.previewState.done)).toBeVisible();
  await page.getByRole('button', { name: new RegExp(t.startImport.split('{')[0] ?? '') }).click();
  await expect(page.getByText(t.importState.done)).toBeVisible();
}

test('an editor previews a file, imports it, reads the report and opens the article', async ({ page }) => {
  const post = buildPost();
  await page.locator('input[type="file"][data-kind="files"]').setInputFiles({
    name: post.name,
    mimeType: 'text/markdown',
    buffer: Buffer.from(post.text),
  });
  await page.getByRole('button', { name: t.preview }).click();
  await expect(page.getByText(t.previewState.done)).toBeVisible();
  expect((await page.request.get(`/api/articles/${post.slug}`)).status()).toBe(404);
  await page.getByRole('button', { name: new RegExp(t.startImport.split('{')[0] ?? '') }).click();
  await expect(page.getByText(t.importState.done)).toBeVisible();
  await page.getByRole('link', { name: post.title }).click();
  await expect(page.getByRole('heading', { level: 1, name: post.title })).toBeVisible();
});

test('a folder with good and broken files imports the good ones and names the others', async ({ page }) => {
  const dir = await mkdtemp(path.join(tmpdir(), 'finews-folder-'));
  const good = buildPost();
  const quoted = buildPost({ title: '标题里有"直引号"的一篇' });
  await mkdir(path.join(dir, 'sub'));
  await writeFile(path.join(dir, good.name), good.text);
  await writeFile(path.join(dir, 'sub', quoted.name), quoted.text);
  await writeFile(path.join(dir, 'empty.md'), '');
  await writeFile(
    path.join(dir, 'picture.md'),
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
  );
  await page.locator('input[type="file"][data-kind="folder"]').setInputFiles(dir);
  await previewAndStart(page);
  const table = page.getByRole('region', { name: t.reportTable });
  await expect(table.getByRole('row').filter({ hasText: 'empty.md' })).toContainText(
    messages.importOutcomes.rejected,
  );
  await expect(table.getByRole('row').filter({ hasText: 'picture.md' })).toContainText(
    messages.importOutcomes.rejected,
  );
  await expect(table.getByRole('row').filter({ hasText: quoted.name })).toContainText(
    messages.importOutcomes.created,
  );
  await page.goto(`/articles/${quoted.slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('标题里有"直引号"的一篇');
});

test('a zip imports; the same zip again changes nothing; undo takes it back', async ({ page }) => {
  const posts = [buildPost(), buildPost(), buildPost()];
  const zip = await buildZip(Object.fromEntries(posts.map((post) => [`_posts/${post.name}`, post.text])));
  const file = { name: 'posts.zip', mimeType: 'application/zip', buffer: zip };
  const pick = () => page.locator('input[type="file"][data-kind="archive"]').setInputFiles(file);
  await pick();
  await previewAndStart(page);
  const reportUrl = page.url();
  await page.goto('/admin/import');
  await pick();
  await page.getByRole('button', { name: t.preview }).click();
  await expect(page.getByText(t.previewState.done)).toBeVisible();
  const table = page.getByRole('region', { name: t.reportTable });
  await expect(table.getByRole('row').filter({ hasText: messages.importOutcomes.unchanged })).toHaveCount(3);
  await page.goto(reportUrl);
  await page.getByRole('button', { name: t.undoImport }).click();
  await page.getByRole('dialog').getByRole('button', { name: t.undoConfirm }).click();
  await expect(page.getByText(t.importState.undone)).toBeVisible();
  expect((await page.request.get(`/articles/${posts[0]?.slug}`)).status()).toBe(410);
});

test('a zip with a path out of the folder imports nothing from there and says why', async ({ page }) => {
  const post = buildPost();
  const zip = await buildZip({ [`xx/${post.name}`]: post.text, [post.name]: buildPost().text });
  const evil = Buffer.from(zip.toString('latin1').replaceAll(`xx/${post.name}`, `../${post.name}`), 'latin1');
  await page
    .locator('input[type="file"][data-kind="archive"]')
    .setInputFiles({ name: 'evil.zip', mimeType: 'application/zip', buffer: evil });
  await previewAndStart(page);
  const row = page.getByRole('region', { name: t.reportTable }).getByRole('row').filter({ hasText: '..' });
  await expect(row).toContainText(messages.importOutcomes.rejected);
});
