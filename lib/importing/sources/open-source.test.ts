import { mkdirSync, mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultImportLimits } from '../import-limits';
import { openSources } from './open-source';
import { readStdin } from './read-stdin';
import { buildTestZip } from './test-zip';

const folder = mkdtempSync(join(tmpdir(), 'finews-source-'));
afterAll(() => rm(folder, { recursive: true }));

const site = join(folder, 'site');
const zip = buildTestZip([{ name: '_posts/z.md', data: 'z' }]);
for (const name of ['_posts', '_layouts', '.git', 'node_modules', 'a-b', 'a'])
  mkdirSync(join(site, name), { recursive: true });
for (const name of [
  '_posts/b.md',
  '_posts/a.md',
  '_layouts/post.html',
  '.git/config.md',
  'node_modules/x.md',
  '.hidden.md',
  'a-b/1.md',
  'a/2.md',
  'a.md',
  'style.css',
  'LICENSE',
]) {
  writeFileSync(join(site, name), name);
}
writeFileSync(join(site, 'export.zip'), zip);
writeFileSync(join(site, 'zip-by-its-bytes.md'), zip);
writeFileSync(join(site, 'broken.zip'), 'no zip');
writeFileSync(join(site, 'huge.md'), '');
truncateSync(join(site, 'huge.md'), 50 << 20);
symlinkSync('/etc/passwd', join(site, 'passwd.md'));
symlinkSync(site, join(site, 'circle'));

async function list(...paths: string[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const entry of openSources(paths, defaultImportLimits)) {
    lines.push(entry.kind === 'file' ? entry.file.path : `${entry.path} ${entry.note.code}`);
  }
  return lines;
}

describe('openSources', () => {
  it('hands over a folder sorted by path, with a named outcome for each file', async () => {
    expect(await list(site)).toEqual([
      'LICENSE',
      '_layouts/post.html not-a-post',
      '_posts/a.md',
      '_posts/b.md',
      'a-b/1.md',
      'a.md',
      'a/2.md',
      'broken.zip archive-broken',
      'circle link-skipped',
      'export.zip/_posts/z.md',
      'huge.md file-too-large',
      'passwd.md link-skipped',
      'style.css not-a-post',
      'zip-by-its-bytes.md/_posts/z.md',
    ]);
  });

  it('takes files and archives by themselves, and goes on after what is not there', async () => {
    const paths = [
      join(site, 'a.md'),
      join(folder, 'missing.md'),
      join(site, 'export.zip'),
      join(site, '_posts'),
    ];
    expect(await list(...paths)).toEqual(['a.md', 'missing.md unreadable', '_posts/z.md', 'a.md', 'b.md']);
  });

  it('tells size and limit of what is too large, and does not read it', async () => {
    const memory = process.memoryUsage().rss;
    const entries = [];
    for await (const entry of openSources([join(site, 'huge.md')], defaultImportLimits)) entries.push(entry);
    expect(entries).toEqual([
      {
        kind: 'rejected',
        path: 'huge.md',
        note: { code: 'file-too-large', params: { size: 50 << 20, limit: 10 << 20 } },
      },
    ]);
    expect(process.memoryUsage().rss - memory).toBeLessThan(20 << 20);
  });
});

describe('readStdin', () => {
  it('is one file, and stops at the limit', async () => {
    function* endless() {
      for (;;) yield Buffer.alloc(1 << 20, 'x');
    }
    function* short() {
      yield 'ab';
      yield Buffer.from('c');
    }
    expect(await readStdin(defaultImportLimits, Readable.from(short()))).toEqual({
      kind: 'file',
      file: { path: '-', bytes: Buffer.from('abc') },
    });
    expect(await readStdin(defaultImportLimits, Readable.from(endless()))).toMatchObject({
      kind: 'rejected',
      note: { code: 'file-too-large' },
    });
  });
});
