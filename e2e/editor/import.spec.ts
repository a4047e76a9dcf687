import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import yazl from 'yazl';
import { buildPost } from '../support/build-post';
import { listViolations } from '../support/list-violations';
import { messages } from '../support/messages';
import { signIn } from '../support/sign-in';
import { expect, test } from '../support/test';

const t = messages.admin;
// These journeys are long, and two run beside each other.
test.describe.configure({ timeout: 90_000 });

const startName = new RegExp(t.startImport.split('{')[0] ?? '');

const preview = (page: Page) => page.getByRole('region', { name: t.reportTable });
const items = (page: Page) => preview(page).locator('ol > li');

test.beforeEach(async ({ page }) => {
  await signIn(page.request);
  await openImportPage(page);
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

/** The import page with its choosers alive: before that, a chosen file would go nowhere. */
async function openImportPage(page: Page): Promise<void> {
  await page.goto('/admin/import');
  await expect(page.locator('input[webkitdirectory]')).toHaveCount(1);
}

/** From the picked files through the preview to the finished report. */
async function previewAndStart(page: Page): Promise<void> {
  await page.getByRole('button', { name: t.preview }).click();
  await expect(page.getByText(t.previewState.done)).toBeVisible();
  await page.getByRole('button', { name: startName }).click();
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
  await page.getByRole('button', { name: startName }).click();
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
  await page.locator('input[type="file"][webkitdirectory]').setInputFiles(dir);
  await previewAndStart(page);
  await expect(items(page).filter({ hasText: 'empty.md' })).toContainText(messages.importOutcomes.rejected);
  await expect(items(page).filter({ hasText: 'picture.md' })).toContainText(messages.importOutcomes.rejected);
  await expect(items(page).filter({ hasText: quoted.name })).toContainText(messages.importOutcomes.created);
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
  await openImportPage(page);
  await pick();
  await page.getByRole('button', { name: t.preview }).click();
  await expect(page.getByText(t.previewState.done)).toBeVisible();
  await expect(items(page).filter({ hasText: messages.importOutcomes.unchanged })).toHaveCount(3);
  await page.goto(reportUrl);
  await page.getByRole('button', { name: t.undoImport }).click();
  await page.getByRole('button', { name: t.undoConfirm, exact: true }).click();
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
  const row = items(page).filter({ hasText: '..' });
  await expect(row).toContainText(messages.importOutcomes.rejected);
});

/** A post as a file with front matter, whose category and date leave something to decide. */
function buildPlain(title: string, { category = '端测栏目', body = '正文。' } = {}) {
  return `---\ntitle: ${title}\ndate: 2024-03-01 08:00:00\ncategory: ${category}\n---\n<p>${body}</p>\n`;
}

async function makeMixedFolder(): Promise<{ dir: string; run: string }> {
  const dir = await mkdtemp(path.join(tmpdir(), 'finews-mixed-'));
  const run = path.basename(dir).slice(-6);
  await writeFile(path.join(dir, `2024-03-01-a-${run}.md`), buildPlain(`甲 ${run}`, { category: 'EndWeb' }));
  await writeFile(path.join(dir, `2024-03-01-b-${run}.md`), buildPlain(`乙 ${run}`, { category: 'Endweb' }));
  await writeFile(path.join(dir, `2024-03-01-c-${run}.md`), buildPlain(`丙 ${run}`));
  await writeFile(path.join(dir, 'broken.md'), '---\ntitle: 只有头\n');
  await writeFile(path.join(dir, 'empty.md'), '');
  const rows = [
    `端测通讯社上海分社,表一 ${run},2024-03-02,第一行的正文文字。`,
    `端测通讯社上海分社,表二 ${run},2024-03-03,第二行的正文文字。`,
  ];
  await writeFile(path.join(dir, 'table.csv'), ['Agentur,Kopfzeile,date,content', ...rows].join('\n'));
  return { dir, run };
}

const column = (name: string) => t.imports.columnFieldOf.replace('{column}', name);

test('the whole way: mixed folder, mapping, leaving out, closing the tab, report, retry, undo', async ({
  page,
  context,
}) => {
  const { dir, run } = await makeMixedFolder();
  await page.locator('input[type="file"][webkitdirectory]').setInputFiles(dir);
  await page.getByRole('button', { name: t.preview }).click();
  await expect(page.getByText(t.previewState.done)).toBeVisible();

  const previewUrl = page.url();

  // The first text that is no date and no body was taken for the title: corrected by hand.
  await expect(page.getByRole('combobox', { name: column('Agentur') })).toHaveValue('title');
  await page.getByRole('combobox', { name: column('Agentur') }).selectOption('source');
  await page.getByRole('combobox', { name: column('Kopfzeile') }).selectOption('title');
  await page.getByRole('combobox', { name: /EndWeb/ }).fill(`合并 ${run}`);
  await expect(page.getByText(t.imports.unsaved)).toBeVisible();
  await expect(page.getByRole('button', { name: startName })).toBeDisabled();
  await page.getByRole('button', { name: t.imports.apply }).click();
  await expect(
    preview(page)
      .getByRole('listitem')
      .filter({ hasText: `合并 ${run}` }),
  ).toHaveCount(2);
  await expect(preview(page).getByText(`表一 ${run}`)).toBeVisible();

  await page.getByRole('checkbox', { name: new RegExp(`丙 ${run}`) }).click();
  await expect(page.getByRole('button', { name: startName })).toContainText('1');
  await page.getByRole('button', { name: startName }).click();
  await page.waitForURL((now) => now.href !== previewUrl);
  const url = page.url();

  // The tab is closed; another one finds the import by its history.
  await page.close();
  const later = await context.newPage();
  await later.goto('/admin/imports');
  await later
    .locator(`a[href="${new URL(url).pathname}"]`)
    .first()
    .click();
  await expect(later.getByText(t.importState.done)).toBeVisible();
  await expect(
    preview(later)
      .getByRole('listitem')
      .filter({ hasText: `丙 ${run}` }),
  ).toHaveCount(0);
  const csv = await later.request.get(`/api/imports/${url.split('/').at(-1)}/report.csv`);
  expect(await csv.text()).toContain(`表二 ${run}`);

  const broken = items(later).filter({ hasText: 'empty.md' });
  await expect(broken).toContainText(messages.importOutcomes.rejected);
  await broken.getByRole('button', { name: /empty\.md/ }).click();
  await broken.getByRole('textbox').fill(buildPlain(`补好 ${run}`));
  await broken.getByRole('button', { name: t.imports.keepMended }).click();
  await later.getByRole('button', { name: /重试/ }).click();
  await expect(later.getByText(t.previewState.done)).toBeVisible();
  await later.getByRole('button', { name: startName }).click();
  await expect(later.getByText(t.importState.done)).toBeVisible();
  await expect(later.getByRole('link', { name: `补好 ${run}` })).toBeVisible();

  await later.goto(url);
  const article = await preview(later)
    .getByRole('link', { name: `甲 ${run}` })
    .getAttribute('href');
  await later.getByRole('button', { name: t.undoImport }).click();
  await later.getByRole('button', { name: t.undoConfirm, exact: true }).click();
  await expect(later.getByText(t.importState.undone)).toBeVisible();
  await later.getByRole('link', { name: new RegExp(`^${t.imports.relations.undo} `) }).click();
  await expect(later.getByText(t.undoState.done)).toBeVisible();
  expect((await later.request.get(String(article))).status()).toBe(410);
});

test('a changed post is shown old beside new, by keyboard alone, and imported', async ({ page }) => {
  const post = buildPost({ body: '<p>今天股价上涨三成。</p><p>第二段。</p>' });
  const changed = post.text.replace('上涨', '下跌');
  const send = (text: string) =>
    page.locator('input[type="file"][data-kind="files"]').setInputFiles({
      name: post.name,
      mimeType: 'text/markdown',
      buffer: Buffer.from(text),
    });
  await send(post.text);
  await previewAndStart(page);
  await openImportPage(page);
  await send(changed);
  await page.getByRole('button', { name: t.preview }).press('Enter');
  await expect(page.getByText(t.previewState.done)).toBeVisible();

  const row = items(page).filter({ hasText: post.name });
  const toggle = row.getByRole('button', { name: new RegExp(post.title) });
  await toggle.press('Enter');
  await expect(toggle).toHaveAttribute('aria-expanded', 'true');
  await expect(toggle).toBeFocused();
  await expect(row.locator('del')).toContainText('上涨');
  await expect(row.locator('ins')).toContainText('下跌');

  await row.getByRole('checkbox').press('Space');
  await expect(page.getByRole('button', { name: startName })).toHaveCount(0);
  await row.getByRole('checkbox').press('Space');
  await page.getByRole('button', { name: startName }).press('Enter');
  await expect(page.getByText(t.importState.done)).toBeVisible();
  await page.goto(`/articles/${post.slug}`);
  await expect(page.locator('main')).toContainText('今天股价下跌三成');
});

test('posts that are wanted as drafts stay unpublished through preview and start', async ({ page }) => {
  const post = buildPost();
  const file = { name: post.name, mimeType: 'text/markdown', buffer: Buffer.from(post.text) };
  await page.locator('input[type="file"][data-kind="files"]').setInputFiles(file);
  await page.getByRole('checkbox', { name: t.asDraft }).check();
  await page.getByRole('button', { name: t.preview }).click();
  await expect(page.getByText(t.previewState.done)).toBeVisible();
  await expect(page.getByRole('checkbox', { name: t.asDraft })).toBeChecked();
  await page.getByRole('button', { name: startName }).click();
  await expect(page.getByText(t.importState.done)).toBeVisible();
  expect((await page.request.get(`/api/articles/${post.slug}`)).status()).toBe(404);
});

test('preview, report and undo of an import have no accessibility faults', async ({ browser, baseURL }) => {
  for (const [colorScheme, locale] of [
    ['light', 'zh-CN'],
    ['dark', 'en'],
  ] as const) {
    const context = await browser.newContext({
      colorScheme,
      baseURL: String(baseURL),
      bypassCSP: true,
      locale,
    });
    await context.addCookies([{ name: 'finews_locale', value: locale, url: String(baseURL) }]);
    await signIn(context.request);
    const page = await context.newPage();
    const { dir } = await makeMixedFolder();
    await openImportPage(page);
    await page.locator('input[type="file"][webkitdirectory]').setInputFiles(dir);
    await page
      .locator('main button')
      .filter({ hasText: /预览|preview$/ })
      .first()
      .click();
    await expect(page.locator('ol > li').first()).toBeVisible();
    await page.locator('ol > li button[aria-expanded]').first().click();
    await expect(page.locator('ol > li table').first()).toBeVisible();
    expect(await listViolations(page)).toEqual([]);
    await context.close();
  }
});
