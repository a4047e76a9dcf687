import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportLimits } from '../import-limits';
import type { SourceEntry } from '../imported-post';
import { readFile } from './read-file';
import { readFolder } from './read-folder';
import { readStdin } from './read-stdin';
import { reject, unreadable } from './rejected-entry';
import { type Skip, takeSkip } from './skip';

/**
 * Hands over everything that a person named: files, folders, archives (recognised by their bytes) and `-` for
 * standard input. One file is in memory at a time; what cannot be read is an entry of its own and stops nothing.
 * The first `skip` entries (rejected ones count) are passed over without being read or unpacked.
 */
export async function* openSources(
  paths: readonly string[],
  limits: ImportLimits,
  skip = 0,
): AsyncGenerator<SourceEntry> {
  const toSkip: Skip = { left: skip };
  for (const path of paths) {
    if (path !== '-') yield* openPath(path, limits, toSkip);
    else if (!takeSkip(toSkip)) yield await readStdin(limits);
  }
}

async function* openPath(path: string, limits: ImportLimits, skip: Skip): AsyncGenerator<SourceEntry> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) yield* readFolder(path, limits, skip);
    else yield* readFile(path, basename(path), limits, true, skip);
  } catch (error) {
    if (!takeSkip(skip)) yield reject(basename(path), unreadable(error));
  }
}
