import { open } from 'node:fs/promises';
import type { ImportLimits } from '../import-limits';
import type { ImportNote } from '../import-note';
import type { SourceEntry } from '../imported-post';
import { cleanPath, isArchive, isZip, rejectByName } from './post-file';
import { readZip } from './read-zip';
import { reject, tooLarge, unreadable } from './rejected-entry';

/**
 * One file of the disk: a post file as it is, or everything in it when its first bytes are those of a zip. A file
 * over the limit is refused without being read. `path` is what people see; entries of an archive in a folder get
 * it as a prefix, those of an archive that was given by itself (`isGiven`) do not.
 */
export async function* readFile(
  file: string,
  path: string,
  limits: ImportLimits,
  isGiven = false,
): AsyncGenerator<SourceEntry> {
  const head = await readHead(file);
  if ('note' in head) yield { kind: 'rejected', path: cleanPath(path), note: head.note };
  else if (isZip(path, head.bytes) || /\.zip$/i.test(path)) {
    yield* head.size === 0
      ? [reject(path, { code: 'empty-file' })]
      : readArchive(file, path, limits, isGiven ? '' : `${path}/`);
  } else yield await readPostFile(file, path, head, limits);
}

/** The archive may vanish or its disk may fail in the middle; the files after it still come. */
async function* readArchive(
  file: string,
  path: string,
  limits: ImportLimits,
  prefix: string,
): AsyncGenerator<SourceEntry> {
  try {
    yield* readZip(file, path, limits, prefix);
  } catch (error) {
    yield reject(path, unreadable(error));
  }
}

interface Head {
  bytes: Uint8Array;
  size: number;
  modifiedAt: Date;
}

async function readPostFile(
  file: string,
  path: string,
  head: Head,
  limits: ImportLimits,
): Promise<SourceEntry> {
  const note =
    rejectByName(path) ??
    (isArchive(path, head.bytes) ? { code: 'not-a-post' as const, params: { type: 'archive' } } : undefined);
  if (note) return reject(path, note);
  if (head.size > limits.maxPostBytes) return reject(path, tooLarge(head.size, limits.maxPostBytes));
  try {
    const bytes = await readUpTo(file, limits.maxPostBytes + 1);
    if (bytes.length > limits.maxPostBytes) return reject(path, tooLarge(bytes.length, limits.maxPostBytes));
    return { kind: 'file', file: { path: cleanPath(path), bytes, modifiedAt: head.modifiedAt } };
  } catch (error) {
    return reject(path, unreadable(error));
  }
}

async function readHead(file: string): Promise<Head | { note: ImportNote }> {
  try {
    await using handle = await open(file, 'r');
    const stats = await handle.stat();
    if (!stats.isFile()) return { note: { code: 'not-a-post', params: { type: 'special' } } };
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    return { bytes: buffer.subarray(0, bytesRead), size: stats.size, modifiedAt: stats.mtime };
  } catch (error) {
    return { note: unreadable(error) };
  }
}

/** The file may grow while it is read; never more than `limit` bytes are taken. */
async function readUpTo(file: string, limit: number): Promise<Uint8Array> {
  await using handle = await open(file, 'r');
  const { size } = await handle.stat();
  const buffer = Buffer.alloc(Math.min(size, limit));
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}
