import { expect, it } from 'vitest';
import type { SourceEntry } from '../imported-post';
import { parseFile } from '../parse-file';
import { ParsePool } from './parse-pool';

const context = {
  timeZone: 'Asia/Shanghai',
  defaultLanguage: 'zh-CN',
  now: new Date('2026-01-01T00:00:00Z'),
};

function post(number: number): SourceEntry {
  const text = `---\ntitle: 第${number}篇\ndate: 2025-01-02 03:04:05\n---\n<p>正文${number}。</p>\n`;
  return { kind: 'file', file: { path: `2025-01-02-p${number}.md`, bytes: Buffer.from(text) } };
}

function rejected(number: number): SourceEntry {
  return { kind: 'rejected', path: `link-${number}`, note: { code: 'link-skipped' } };
}

/** One file with `count` posts. */
function manyPosts(count: number): SourceEntry {
  const items = Array.from({ length: count }, (_, at) => ({
    title: `行${at}`,
    date: '2025-01-02',
    body: `文${at}`,
  }));
  return { kind: 'file', file: { path: 'many.json', bytes: Buffer.from(JSON.stringify(items)) } };
}

async function* list(entries: SourceEntry[]): AsyncGenerator<SourceEntry> {
  for (const entry of entries) yield await Promise.resolve(entry);
}

/** What one after the other would give. */
function parseHere(entries: SourceEntry[], first: number) {
  return entries.flatMap((entry, at) => {
    const paths =
      entry.kind === 'rejected' ? [entry.path] : [...parseFile(entry.file, context)].map(({ path }) => path);
    return paths.map((path, inEntry) => ({ entry: first + at, inEntry, path }));
  });
}

it('gives every post in the order of the source, whichever thread is done first', async () => {
  await using pool = new ParsePool(2);
  const entries = [
    rejected(1),
    ...Array.from({ length: 60 }, (_, at) => post(at)),
    manyPosts(350),
    rejected(2),
    rejected(3),
    ...Array.from({ length: 60 }, (_, at) => post(100 + at)),
    rejected(4),
  ];
  const placed = await Array.fromAsync(pool.parse(list(entries), context, 7));
  expect(placed.map(({ entry, inEntry, item }) => ({ entry, inEntry, path: item.path }))).toEqual(
    parseHere(entries, 7),
  );
  expect(placed.filter(({ item }) => 'post' in item)).toHaveLength(470);
});

it('gives up a file that takes too long, by its name, and goes on', async () => {
  await using pool = new ParsePool(1, 0);
  const entries = [post(1), rejected(2), post(3)];
  const placed = await Array.fromAsync(pool.parse(list(entries), context, 0));
  expect(placed.map(({ item }) => [item.path, 'notes' in item ? item.notes[0]?.code : 'post'])).toEqual([
    ['2025-01-02-p1.md', 'too-complex'],
    ['link-2', 'link-skipped'],
    ['2025-01-02-p3.md', 'too-complex'],
  ]);
});

it('ends when nobody wants more, and parses the next import with the same threads', async () => {
  await using pool = new ParsePool(1);
  for await (const { item } of pool.parse(list([post(1), manyPosts(350)]), context, 0)) {
    expect(item.path).toBe('2025-01-02-p1.md');
    break;
  }
  const placed = await Array.fromAsync(pool.parse(list([post(5)]), context, 0));
  expect(placed.map(({ item }) => item.path)).toEqual(['2025-01-02-p5.md']);
});
