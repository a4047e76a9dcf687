import { execFile } from 'node:child_process';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { saveArticles } from '@/lib/articles/save-articles';
import { buildArticleInputs } from '@/testing/build-article-input';

const root = path.resolve(import.meta.dirname, '..');

/** The command as npm calls it from the folder `from`, with the database of this test. */
async function run(from: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const command = ['--import', 'tsx', 'scripts/export.ts', ...args];
  const env = { ...process.env, INIT_CWD: from, LC_ALL: 'C', DATA_DIR: from };
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: root, env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

it('writes a folder relative to where it is called, refuses a foreign one, and says how it is used', async () => {
  await saveArticles(buildArticleInputs(7), {});
  const from = await mkdtemp(path.join(tmpdir(), 'finews-export-cli-'));
  const [good, none, option, two] = await Promise.all([
    run(from, 'out'),
    run(from),
    run(from, '--json'),
    run(from, 'a', 'b'),
  ]);
  expect(good).toMatchObject({ code: 0, err: '' });
  expect(good.out).toMatch(/^7 articles exported to .*out\. [^\n]*\n$/);
  expect(await readdir(path.join(from, 'out', '_posts'))).toHaveLength(7);
  for (const wrong of [none, option, two]) {
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toContain('Usage: npm run export');
  }
  await writeFile(path.join(from, 'out', 'notes.txt'), 'mine');
  const refused = await run(from, 'out');
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain('notes.txt');
});
