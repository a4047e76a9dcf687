import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportLimits } from '../import-limits';
import type { SourceEntry } from '../imported-post';
import { readFile } from './read-file';
import { readFolder } from './read-folder';
import { readStdin } from './read-stdin';
import { reject, unreadable } from './rejected-entry';

/**
 * Hands over everything that a person named: files, folders, archives (recognised by their bytes) and `-` for
 * standard input. One file is in memory at a time; what cannot be read is an entry of its own and stops nothing.
 */
export async function* openSources(
  paths: readonly string[],
  limits: ImportLimits,
): AsyncGenerator<SourceEntry> {
  for (const path of paths) {
    if (path === '-') yield await readStdin(limits);
    else yield* openPath(path, limits);
  }
}

async function* openPath(path: string, limits: ImportLimits): AsyncGenerator<SourceEntry> {
  try {
    const stats = await stat(path);
    yield* stats.isDirectory() ? readFolder(path, limits) : readFile(path, basename(path), limits, true);
  } catch (error) {
    yield reject(basename(path), unreadable(error));
  }
}
