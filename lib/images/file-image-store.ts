import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '@/lib/errors/has-code';
import type { ImageStore } from './image-store';

/** Pictures as files, in 256 folders by the first two characters of their names. */
export function openFileImageStore(directory: string): ImageStore {
  const find = (name: string) => path.join(directory, name.slice(0, 2), path.basename(name));
  return {
    put: (name, content) => writeWhole(find(name), content),
    get: async (name) => {
      try {
        return await readFile(find(name));
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return undefined;
        throw error;
      }
    },
  };
}

/** Whoever reads meanwhile sees the whole file or none. */
async function writeWhole(file: string, content: Buffer): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${randomUUID()}`;
  try {
    await writeFile(unfinished, content, { flag: 'wx' });
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
