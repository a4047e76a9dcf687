import { mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { bundleOnce } from './build-worker';

it('a script is bundled once, and again when a file that went into it has changed', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'bundle-'));
  try {
    const [entry, part, kept] = ['entry.ts', 'part.ts', 'kept/script.js'].map((name) => path.join(dir, name));
    await writeFile(entry!, "import { word } from './part';\nconsole.log(word);\n");
    await writeFile(part!, "export const word: string = 'first';\n");
    expect(await bundleOnce(entry!, kept!)).toContain('first');
    // A new one would be another file.
    const { ino } = await stat(kept!);
    await bundleOnce(entry!, kept!);
    expect((await stat(kept!)).ino).toBe(ino);
    await writeFile(part!, "export const word: string = 'later';\n");
    await utimes(part!, 1_700_000_000, 1_700_000_000);
    const again = await bundleOnce(entry!, kept!);
    expect(again).toContain('later');
    // A file that a crash or a full disk left broken is made anew: every post would be refused with it.
    for (const broken of [
      '',
      '// {"node":1}\nbroken',
      '// {"node}\nbroken',
      again.slice(0, -10),
      `${again}x`,
    ]) {
      await writeFile(kept!, broken);
      expect(await bundleOnce(entry!, kept!)).toBe(again);
    }
  } finally {
    await rm(dir, { recursive: true });
  }
});

it('where nothing can be written it is bundled all the same', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'bundle-'));
  try {
    const entry = path.join(dir, 'entry.ts');
    await writeFile(entry, "console.log('here');\n");
    // A file stands where a folder is needed.
    expect(await bundleOnce(entry, path.join(entry, 'kept.js'))).toContain('here');
  } finally {
    await rm(dir, { recursive: true });
  }
});
