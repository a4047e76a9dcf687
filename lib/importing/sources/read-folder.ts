import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportLimits } from '../import-limits';
import type { ImportNote } from '../import-note';
import type { SourceEntry } from '../imported-post';
import { isSilentlySkipped, rejectByName } from './post-file';
import { readFile } from './read-file';
import { reject, unreadable } from './rejected-entry';
import { type Skip, takeSkip } from './skip';

interface Pending {
  file: string;
  path: string;
  kind: 'folder' | 'file' | 'link' | 'special';
}

/**
 * Everything in a folder, folders in it included, one file in memory at a time, sorted by path (which is relative
 * to the folder). Links are refused, so nothing outside the folder is read and no circle can be entered.
 */
export async function* readFolder(
  folder: string,
  limits: ImportLimits,
  skip: Skip = { left: 0 },
): AsyncGenerator<SourceEntry> {
  const stack: Pending[] = [{ file: folder, path: '', kind: 'folder' }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.kind !== 'folder') {
      yield* readOne(next, limits, skip);
      continue;
    }
    const inside = await listFolder(next);
    if (!('kind' in inside)) stack.push(...inside.reverse());
    else if (!takeSkip(skip)) yield inside;
  }
}

async function* readOne(
  { file, path, kind }: Pending,
  limits: ImportLimits,
  skip: Skip,
): AsyncGenerator<SourceEntry> {
  const note = judge(path, kind);
  if (!note) yield* readFile(file, path, limits, false, skip);
  else if (!takeSkip(skip)) yield reject(path, note);
}

function judge(path: string, kind: Pending['kind']): ImportNote | undefined {
  if (kind === 'link') return { code: 'link-skipped' };
  return kind === 'special' ? { code: 'not-a-post', params: { type: 'special' } } : rejectByName(path);
}

async function listFolder({ file, path }: Pending): Promise<Pending[] | SourceEntry> {
  try {
    const entries = await readdir(file, { withFileTypes: true });
    return entries
      .filter((entry) => !isSilentlySkipped(entry.name))
      .map((entry) => ({
        file: join(file, entry.name),
        path: path ? `${path}/${entry.name}` : entry.name,
        kind: getKind(entry),
      }))
      .sort((a, b) => compare(sortKey(a), sortKey(b)));
  } catch (error) {
    return reject(path || '.', unreadable(error));
  }
}

function getKind(entry: Dirent): Pending['kind'] {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'special';
}

/** A folder sorts as the paths in it do. */
function sortKey({ path, kind }: Pending): string {
  return kind === 'folder' ? `${path}/` : path;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
