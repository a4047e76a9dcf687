import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import yazl from 'yazl';
import { signIn } from './support/sign-in';
import { buildPost } from './support/build-post';

test('shots', async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  const out = '/tmp/h6-shots';
  await mkdir(out, { recursive: true });
  const context = await browser.newContext({ baseURL: String(baseURL), locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  await signIn(context.request);
  const page = await context.newPage();
  const dir = await mkdtemp(path.join(tmpdir(), 'finews-shots-'));
  const posts = Array.from({ length: 30 }, () => buildPost({ body: '<p>今天股价上涨三成，市场普遍认为后市仍有空间。</p><p>第二段文字，说明背景与数据来源。</p><p>第三段没有变化。</p>' }));
  for (const post of posts) await writeFile(path.join(dir, post.name), post.text);
  const plain = (title: string, category: string) => `---\ntitle: ${title}\ndate: 2024-03-01 08:00:00\ncategory: ${category}\n---\n<p>正文。</p>\n`;
  await writeFile(path.join(dir, '2024-03-01-a.md'), plain('科技网站一篇', 'TechWeb'));
  await writeFile(path.join(dir, '2024-03-01-b.md'), plain('科技网站另一篇', 'Techweb'));
  await writeFile(path.join(dir, '2024-03-05-q.md'), '---\ntitle: "他说"好"就好"\ndate: 2024-03-05\ncategory: 要闻\n---\n正文\n');
  await writeFile(path.join(dir, 'empty.md'), '');
  await writeFile(path.join(dir, 'broken.md'), '---\ntitle: 只有头\n');
  await writeFile(path.join(dir, 'gbk.md'), Buffer.concat([Buffer.from('---\ntitle: gbk\ndate: 2024-03-04\n---\n'), Buffer.from('d6d0b9fabea9bca3b5c4d0c2cec5d6d0b9fabea9bca3b5c4d0c2cec5', 'hex')]));
  await writeFile(path.join(dir, 'table.csv'), ['Kopfzeile,date,content,other', '表格第一行标题,2024-03-02,第一行的正文文字。,无关', '表格第二行标题,2024-03-03,第二行的正文文字。,无关'].join('\n'));
  // first import some so that they change
  await page.goto('/admin/import');
  await page.locator('input[data-kind="files"]').setInputFiles(posts.slice(0, 12).map((post) => ({ name: post.name, mimeType: 'text/markdown', buffer: Buffer.from(post.text) })));
  await page.getByRole('button', { name: '不预览，直接导入' }).or(page.locator('main button').filter({ hasText: '直接' })).first().click();
  await expect(page.getByText('导入完成')).toBeVisible();
  for (const post of posts.slice(0, 8)) await writeFile(path.join(dir, post.name), post.text.replace('上涨三成', '下跌两成').replace('说明背景', '补充背景'));
  await page.goto('/admin/import');
  await page.locator('input[data-kind="folder"]').setInputFiles(dir);
  await page.getByRole('button', { name: '上传并预览' }).or(page.locator('main button').filter({ hasText: '预览' })).first().click();
  await expect(page.getByText('这是预览')).toBeVisible();
  await expect(page.locator('ol > li').first()).toBeVisible();
  const shoot = async (name: string) => {
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [360, 768, 1440]) {
        if (colorScheme === 'dark' && width === 768) continue;
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.waitForTimeout(150);
        await page.screenshot({ path: `${out}/${name}-${width}-${colorScheme}.png`, fullPage: width !== 1440 ? false : true });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) console.log(`${name} ${width}: overflows by ${wide}`);
      }
  };
  await page.waitForTimeout(1500);
  await shoot('preview');
  await page.getByRole('group').getByRole('button', { name: /更新/ }).first().click();
  await expect(page.locator('ol > li').filter({ hasText: '+ ' })).toHaveCount(0);
  await page.locator('ol > li button[aria-expanded]').first().click();
  await expect(page.locator('ol > li ins').first()).toBeVisible();
  await page.locator('ol > li ins').first().scrollIntoViewIfNeeded();
  await shoot('diff');
  await page.setViewportSize({ width: 360, height: 900 });
  await page.locator('section button[aria-expanded]').first().click();
  await page.screenshot({ path: `${out}/settings-360.png`, fullPage: true });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('combobox', { name: /Kopfzeile/ }).selectOption('title');
  await page.locator('select').filter({ hasText: 'Asia/Tokyo' }).selectOption('America/New_York');
  await page.waitForTimeout(1000);
  await page.screenshot({ path: `${out}/unsaved-1440.png`, fullPage: true });
  await page.getByRole('button', { name: '应用并重新预览' }).click();
  await expect(page.getByText('这是预览')).toBeVisible();
  await expect(page.getByText('表格第一行标题').first()).toBeVisible();
  await page.locator('button').filter({ hasText: /^开始导入/ }).click();
  await expect(page.getByText('导入完成')).toBeVisible();
  await expect(page.locator('ol > li').first()).toBeVisible();
  await page.getByRole('group').getByRole('button', { name: /拒绝/ }).click();
  await page.locator('ol > li').filter({ hasText: 'empty.md' }).locator('button[aria-expanded]').click();
  await expect(page.locator('textarea')).toBeVisible();
  await shoot('report');
  await page.getByRole('button', { name: /撤销这次/ }).or(page.locator('button').filter({ hasText: /^撤销/ })).first().click();
  await page.waitForTimeout(600);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.screenshot({ path: `${out}/undo-1440.png` });
  // progress
  const zip = new yazl.ZipFile();
  for (let at = 0; at < 9000; at += 1) { const post = buildPost(); zip.addBuffer(Buffer.from(post.text), post.name); }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  await page.goto('/admin/import');
  await page.locator('input[data-kind="archive"]').setInputFiles({ name: 'many.zip', mimeType: 'application/zip', buffer: Buffer.concat(chunks) });
  await page.locator('main button').filter({ hasText: '直接' }).first().click();
  await expect(page.getByText(/每秒/)).toBeVisible({ timeout: 20_000 });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.screenshot({ path: `${out}/progress-1440.png` });
  await page.getByRole('button', { name: '暂停' }).click();
  await expect(page.getByText('导入已暂停')).toBeVisible();
  await shoot('paused');
  await page.goto('/admin/imports');
  await page.waitForTimeout(600);
  await shoot('history');
});
