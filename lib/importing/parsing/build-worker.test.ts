import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
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
    // What lies there is taken as it is.
    await writeFile(kept!, `${await readFile(kept!, 'utf8')}// taken\n`);
    expect(await bundleOnce(entry!, kept!)).toContain('// taken');
    await writeFile(part!, "export const word: string = 'later';\n");
    await utimes(part!, 1_700_000_000, 1_700_000_000);
    const again = await bundleOnce(entry!, kept!);
    expect(again).toContain('later');
    expect(again).not.toContain('// taken');
    // A file that somebody broke is made anew.
    await writeFile(kept!, '// {"node":1}\nbroken');
    expect(await bundleOnce(entry!, kept!)).toBe(again);
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
