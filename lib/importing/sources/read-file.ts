import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { ImportLimits } from '../import-limits';
import type { ImportNote } from '../import-note';
import type { SourceEntry } from '../imported-post';
import { cleanPath, getArchiveKind, isArchive, mayHoldManyPosts, rejectByName } from './post-file';
import { readGzip } from './read-gzip';
import { readTar } from './read-tar';
import { readZip } from './read-zip';
import { reject, tooLarge, unreadable } from './rejected-entry';
import { type Skip, takeSkip } from './skip';

const archiveReaders = { zip: readZip, tar: readTar, gzip: readGzip };

/**
 * One file of the disk: a post file as it is, or everything in it when its first bytes are those of an archive. A file
 * over the limit is refused without being read. `path` is what people see; entries of an archive in a folder get
 * it as a prefix, those of an archive that was given by itself (`isGiven`) do not.
 */
export async function* readFile(
  file: string,
  path: string,
  limits: ImportLimits,
  isGiven = false,
  skip: Skip = { left: 0 },
): AsyncGenerator<SourceEntry> {
  const head = readHead(file);
  const kind = 'note' in head || head.size === 0 ? null : getArchiveKind(path, head.bytes);
  if (kind) yield* readArchive(kind, file, path, limits, isGiven ? '' : `${path}/`, skip);
  else if (takeSkip(skip)) return;
  else yield 'note' in head ? reject(path, head.note) : await readPostFile(file, path, head, limits);
}

/** The archive may vanish or its disk may fail in the middle; the files after it still come. */
async function* readArchive(
  kind: keyof typeof archiveReaders,
  file: string,
  path: string,
  limits: ImportLimits,
  prefix: string,
  skip: Skip,
): AsyncGenerator<SourceEntry> {
  try {
    yield* archiveReaders[kind](file, path, limits, prefix, skip);
  } catch (error) {
    if (!takeSkip(skip)) yield reject(path, unreadable(error));
  }
}

/** Enough for the first header of a tar. */
const headBytes = 512;

/** Up to here a file is read at once, in one go: twenty times as quick as in steps, and shorter than a page is rendered. */
const smallBytes = 256 * 1024;

interface Head {
  bytes: Uint8Array;
  size: number;
  modifiedAt: Date;
  /** All of a small file. */
  whole?: Uint8Array;
}

async function readPostFile(
  file: string,
  path: string,
  head: Head,
  limits: ImportLimits,
): Promise<SourceEntry> {
  const limit = mayHoldManyPosts(path, head.bytes) ? limits.maxContainerBytes : limits.maxPostBytes;
  const note = judge(path, head, limit);
  if (note) return reject(path, note);
  try {
    const bytes = head.whole ?? (await readUpTo(file, limit + 1));
    if (bytes.length > limit) return reject(path, tooLarge(bytes.length, limit));
    return { kind: 'file', file: { path: cleanPath(path), bytes, modifiedAt: head.modifiedAt } };
  } catch (error) {
    return reject(path, unreadable(error));
  }
}

function judge(path: string, head: Head, limit: number): ImportNote | undefined {
  const byName = rejectByName(path);
  if (byName) return byName;
  if (head.size === 0) return { code: 'empty-file' };
  if (isArchive(path, head.bytes)) return { code: 'not-a-post', params: { type: 'archive' } };
  return head.size > limit ? tooLarge(head.size, limit) : undefined;
}

function readHead(file: string): Head | { note: ImportNote } {
  let descriptor: number | undefined;
  try {
    // A pipe would make the open wait for a writer.
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return { note: { code: 'not-a-post', params: { type: 'special' } } };
    const isSmall = stats.size <= smallBytes;
    const buffer = Buffer.allocUnsafeSlow(isSmall ? stats.size : headBytes);
    const read = buffer.subarray(0, readSync(descriptor, buffer, 0, buffer.length, 0));
    const about = { size: stats.size, modifiedAt: stats.mtime };
    if (!isSmall || read.length < stats.size) return { ...about, bytes: read.subarray(0, headBytes) };
    return { ...about, bytes: read.subarray(0, headBytes), whole: read };
  } catch (error) {
    return { note: unreadable(error) };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
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
