import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { portalManifest } from '@/lib/articles/portal-manifest';
import { AppError } from '@/lib/errors/app-error';
import { hasCode } from '@/lib/errors/has-code';
import { isDiskFull } from '@/lib/errors/is-disk-full';
import { type ExportCounts, exportPortal } from './export-portal';

/**
 * Writes the whole portal into a folder: under another name beside it, renamed when everything is on the disk, so that
 * a folder of that name is always a whole export. Replaces a former export and an empty folder. Throws
 * `export-target-used` when anything else lies there, `export-no-rights`, `export-failed`, `disk-full`,
 * `export-stopped` when the signal came; then nothing of it stays.
 */
export async function exportFolder(
  directory: string,
  options: { signal?: AbortSignal; onProgress?: (counts: ExportCounts) => void } = {},
): Promise<ExportCounts> {
  const target = path.resolve(directory);
  const partial = `${target}.partial-${randomUUID().slice(0, 8)}`;
  try {
    await requireReplaceable(target);
    const counts = await writeFiles(partial, options);
    await replace(target, partial);
    return counts;
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch(() => undefined); // the first error says what is wrong
    throw explain(error, target);
  }
}

async function writeFiles(
  folder: string,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (counts: ExportCounts) => void },
): Promise<ExportCounts> {
  // Only what is missing around it: where no folder can be made, `recursive` tries for ever.
  if (!existsSync(path.dirname(folder))) await mkdir(path.dirname(folder), { recursive: true });
  await mkdir(folder);
  await mkdir(path.join(folder, '_posts'));
  const counts: ExportCounts = { articles: 0, revisionsLeftOut: 0 };
  for await (const { path: name, text } of exportPortal(counts)) {
    if (signal?.aborted) throw new AppError('export-stopped');
    await using file = await open(path.join(folder, name), 'wx');
    await file.writeFile(text);
    // The manifest says that all is there: it is on the disk before the folder gets its name.
    if (name === 'manifest.json') await file.sync();
    onProgress?.(counts);
  }
  return counts;
}

/** An empty folder, or an export that finished and to which nobody added anything. */
async function requireReplaceable(target: string): Promise<void> {
  const names = await listFiles(target);
  if (names.length === 0) return;
  const files = names.includes('manifest.json') ? await readFormerFiles(target) : undefined;
  const foreign = files ? names.find((name) => name !== 'manifest.json' && !files.has(name)) : names[0];
  if (foreign !== undefined) throw new AppError('export-target-used', { directory: target, file: foreign });
}

/** Paths of everything in a folder that is no folder itself; a link counts as a file. None where there is no folder. */
async function listFiles(target: string): Promise<string[]> {
  try {
    const entries = await readdir(target, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) =>
        path.relative(target, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
      );
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    if (hasCode(error, 'ENOTDIR')) throw new AppError('export-target-used', { directory: target, file: '.' });
    throw error;
  }
}

async function readFormerFiles(target: string): Promise<Set<string> | undefined> {
  const text = await readFile(path.join(target, 'manifest.json'), 'utf8');
  try {
    const { data } = portalManifest.safeParse(JSON.parse(text));
    return data && new Set(Object.keys(data.files));
  } catch {
    return undefined; // somebody else's manifest
  }
}

/** The former export goes only when the new one has its name. */
async function replace(target: string, partial: string): Promise<void> {
  const former = `${target}.former-${randomUUID().slice(0, 8)}`;
  const isThere = await moveAway(target, former);
  try {
    await rename(partial, target);
  } catch (error) {
    if (isThere) await rename(former, target);
    throw error;
  }
  if (isThere) await rm(former, { recursive: true, force: true });
}

async function moveAway(target: string, former: string): Promise<boolean> {
  try {
    await rmdir(target); // an empty one
    return false;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
  }
  await rename(target, former);
  return true;
}

function explain(error: unknown, directory: string): unknown {
  if (isDiskFull(error)) return new AppError('disk-full', { directory }, 507, { cause: error });
  const isRefused = hasCode(error, 'EACCES', 'EPERM', 'EROFS', 'EBUSY', 'ENOENT', 'ENOTDIR');
  return isRefused ? new AppError('export-no-rights', { directory }, 500, { cause: error }) : error;
}
