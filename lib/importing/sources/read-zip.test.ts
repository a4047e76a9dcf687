import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createDeflateRaw, crc32 } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultImportLimits, type ImportLimits } from '../import-limits';
import type { SourceEntry } from '../imported-post';
import { findCorpus, listFiles } from '@/testing/test-corpus';
import { readZip } from './read-zip';
import { buildTestZip, type TestEntry } from './test-zip';

const folder = mkdtempSync(join(tmpdir(), 'finews-zip-'));
afterAll(() => rm(folder, { recursive: true }));

let made = 0;

async function readBytes(bytes: Buffer, limits: Partial<ImportLimits> = {}): Promise<SourceEntry[]> {
  const file = join(folder, `${(made += 1)}.zip`);
  writeFileSync(file, bytes);
  return collect(readZip(file, 'given.zip', { ...defaultImportLimits, ...limits }));
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

function summarise(entry: SourceEntry): string {
  return entry.kind === 'file'
    ? `${entry.file.path}: ${Buffer.from(entry.file.bytes).toString()}`
    : `${entry.path} ${entry.note.code}`;
}

async function readEntries(...entries: TestEntry[]): Promise<string[]> {
  return (await readBytes(buildTestZip(entries))).map(summarise);
}

const good: TestEntry = { name: 'good.md', data: 'good' };
/** 财经.md as a Chinese archiver writes it */
const gbkName = Buffer.from([0xb2, 0xc6, 0xbe, 0xad, 0x2e, 0x6d, 0x64]);

describe('readZip', () => {
  it.each<[string, TestEntry, string[]]>([
    ['a stored entry', { name: 'a.md', data: 'x', stored: true }, ['a.md: x']],
    ['a UTF-8 name', { name: '财经.md', data: 'x', flags: 0x800 }, ['财经.md: x']],
    ['a UTF-8 name without the flag', { name: '财经.md', data: 'x' }, ['财经.md: x']],
    ['a GBK name', { name: gbkName, data: 'x' }, ['财经.md: x']],
    ['a folder', { name: 'a/' }, []],
    ['a file in folders', { name: 'a/_posts/b.md', data: 'x' }, ['a/_posts/b.md: x']],
    ['what desktops leave behind', { name: '__MACOSX/a/._b.md', data: 'x' }, []],
    ['traversal', { name: '../evil.md', data: 'x' }, ['../evil.md archive-entry-unsafe']],
    [
      'traversal in the middle',
      { name: 'a/../../evil.md', data: 'x' },
      ['a/../../evil.md archive-entry-unsafe'],
    ],
    ['a traversing folder', { name: '../a/' }, ['../a/ archive-entry-unsafe']],
    ['an absolute name', { name: '/etc/passwd', data: 'x' }, ['/etc/passwd archive-entry-unsafe']],
    ['a drive', { name: 'C:evil.md', data: 'x' }, ['C:evil.md archive-entry-unsafe']],
    ['backslashes', { name: '..\\evil.md', data: 'x' }, ['..\\evil.md archive-entry-unsafe']],
    ['a NUL in the name', { name: 'a.md\0.png', data: 'x' }, ['a.md\ufffd.png archive-entry-unsafe']],
    [
      'a symbolic link',
      { name: 'link.md', data: '/etc/passwd', mode: 0o120777 },
      ['link.md archive-entry-unsafe'],
    ],
    ['a device', { name: 'device.md', mode: 0o020666 }, ['device.md archive-entry-unsafe']],
    ['an encrypted entry', { name: 'a.md', data: 'x', flags: 1 }, ['a.md archive-entry-encrypted']],
    ['a zip inside', { name: 'a.zip', data: buildTestZip([good]) }, ['a.zip archive-nested']],
    ['a zip inside that is named .md', { name: 'a.md', data: buildTestZip([good]) }, ['a.md archive-nested']],
    [
      'a gzip inside',
      { name: 'a.tar.gz', data: Buffer.from([0x1f, 0x8b, 8, 0]) },
      ['a.tar.gz archive-nested'],
    ],
    ['a picture', { name: 'a.png', data: 'x' }, ['a.png not-a-post']],
    ['a size that lies low', { name: 'a.md', data: 'xxxx', claimedSize: 2 }, ['a.md archive-broken']],
    ['a size that lies high', { name: 'a.md', data: 'xxxx', claimedSize: 9 }, ['a.md archive-broken']],
    ['a post over the limit', { name: 'a.md', data: 'x', claimedSize: 11 << 20 }, ['a.md archive-bomb']],
  ])('%s', async (_, entry, expected) => {
    expect(await readEntries(entry, good)).toEqual([...expected, 'good.md: good']);
  });

  it('finds a damaged entry by its checksum and keeps the others', async () => {
    const bytes = buildTestZip([{ name: 'a.md', data: 'hello', stored: true }, good]);
    bytes.write('jello', bytes.indexOf('hello'));
    expect((await readBytes(bytes)).map(summarise)).toEqual(['a.md archive-broken', 'good.md: good']);
  });

  it('names an archive that is cut off, no archive, or empty of everything', async () => {
    const bytes = buildTestZip([good]);
    expect((await readBytes(bytes.subarray(0, -10))).map(summarise)).toEqual(['given.zip archive-broken']);
    expect((await readBytes(Buffer.from('no zip at all'))).map(summarise)).toEqual([
      'given.zip archive-broken',
    ]);
    expect(await readBytes(buildTestZip([]))).toEqual([]);
  });

  it('refuses an archive over the limit without opening it', async () => {
    const entries = await readBytes(buildTestZip([good]), { maxArchiveBytes: 10 });
    expect(entries.map(summarise)).toEqual(['given.zip file-too-large']);
  });

  it('stops when everything together grows over the limit', async () => {
    const entries = ['a', 'b', 'c'].map((name) => ({ name: `${name}.md`, data: 'x'.repeat(100) }));
    const codes = (await readBytes(buildTestZip(entries), { maxInflatedBytes: 150 }))
      .map(summarise)
      .map((line) => line.slice(0, 22));
    expect(codes).toEqual(['a.md: xxxxxxxxxxxxxxxx', 'b.md archive-bomb', 'given.zip archive-bomb']);
  });
});

describe('bombs are refused within 64 MB', { timeout: 30_000 }, () => {
  async function measure(bytes: Buffer): Promise<string[]> {
    const memory = process.memoryUsage().rss;
    const lines = (await readBytes(bytes)).map(summarise);
    expect(process.memoryUsage().rss - memory).toBeLessThan(64 << 20);
    return lines;
  }

  /** Zeros, packed as a stream so that the test itself stays small. */
  async function packZeros(mebibytes: number): Promise<{ packed: Buffer; crc: number }> {
    const block = Buffer.alloc(1 << 20);
    const deflate = createDeflateRaw({ level: 1 });
    const packed = collect<Buffer>(deflate);
    let crc = 0;
    for (let index = 0; index < mebibytes; index += 1) {
      crc = crc32(block, crc);
      if (!deflate.write(block)) await new Promise((resolve) => deflate.once('drain', resolve));
    }
    deflate.end();
    return { packed: Buffer.concat(await packed), crc };
  }

  it('1 GiB of zeros, by its stated size and with a lie about it', async () => {
    const { packed } = await packZeros(1024);
    const honest = buildTestZip([{ name: 'a.md', data: packed, stored: true, claimedSize: 2 ** 30 }, good]);
    for (const at of findHeaders(honest)) honest.writeUInt16LE(8, at);
    expect(await measure(honest)).toEqual(['a.md archive-bomb', 'good.md: good']);
    const lying = buildTestZip([{ name: 'a.md', data: packed, stored: true, claimedSize: 1000 }, good]);
    for (const at of findHeaders(lying)) lying.writeUInt16LE(8, at);
    expect(await measure(lying)).toEqual(['a.md archive-broken', 'good.md: good']);
  }, 30_000);

  /** Where the first entry's method stands, in its own header and in the directory. */
  function findHeaders(bytes: Buffer): number[] {
    return [8, bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 10];
  }

  it('60,000 entries that share the bytes of one', async () => {
    const entries = Array.from({ length: 60_000 }, (_, index) => ({
      name: `${index}.md`,
      sharesFirst: true,
    }));
    const lines = await measure(buildTestZip([{ name: 'a.md', data: 'x'.repeat(1 << 19) }, ...entries]));
    expect(lines.at(-1)).toBe('given.zip archive-bomb');
    expect(lines).toHaveLength(2);
  });

  it('more entries than the limit', async () => {
    const entries = Array.from({ length: 60_000 }, (_, index) => ({ name: `${index}.md`, stored: true }));
    const file = buildTestZip(entries);
    expect((await readBytes(file, { maxArchiveEntries: 50_000 })).map(summarise)).toEqual([
      'given.zip archive-bomb',
    ]);
  });

  it('archives in archives', async () => {
    let bytes = buildTestZip([good]);
    for (let depth = 0; depth < 5; depth += 1) bytes = buildTestZip([{ name: 'inner.zip', data: bytes }]);
    expect(await measure(bytes)).toEqual(['inner.zip archive-nested']);
  });
});

const corpus = findCorpus('security/archives');

describe.skipIf(!corpus)(corpus ? 'hostile archives' : 'hostile archives: NOT RUN, folder missing', () => {
  const files = listFiles(corpus ?? '.');

  it(
    'each one comes to an end, throws nothing and lets no unsafe name through',
    { timeout: 120_000 },
    async () => {
      const unsafe: string[] = [];
      for (const file of files) {
        for await (const entry of readZip(file, basename(file), defaultImportLimits)) {
          if (entry.kind === 'file' && /^\/|\\|^[a-z]:|(?:^|\/)\.\.(?:\/|$)/i.test(entry.file.path))
            unsafe.push(entry.file.path);
        }
      }
      expect(unsafe).toEqual([]);
      expect(files.length).toBeGreaterThan(1000);
    },
  );
});
