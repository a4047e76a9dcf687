import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ImportLimits } from '../import-limits';
import type { SourceEntry } from '../imported-post';
import { cleanPath, isArchive, isTar, mayHoldManyPosts, rejectByName } from './post-file';
import { ArchiveBomb, readTarStream } from './read-tar';
import { reject, tooLarge } from './rejected-entry';
import { type Skip, takeSkip } from './skip';

/**
 * What is in a gzip file on the disk: the files of a tar, or the one file that was packed, under its name without
 * `.gz`. Unpacked as a stream and never beyond the limits.
 */
export async function* readGzip(
  file: string,
  path: string,
  limits: ImportLimits,
  prefix = '',
  skip: Skip = { left: 0 },
): AsyncGenerator<SourceEntry> {
  const { size, mtime } = await stat(file);
  if (size > limits.maxArchiveBytes) {
    if (!takeSkip(skip)) yield reject(path, tooLarge(size, limits.maxArchiveBytes));
    return;
  }
  const unpacked = unpack(file, getBudget(size, limits));
  const head = await takeHead(unpacked);
  if (head && isTar(path.replace(/\.t?gz$/i, ''), head)) {
    yield* readTarStream(putBack(head, unpacked), path, limits, prefix, skip);
  } else {
    if (!takeSkip(skip)) yield await readPacked(head && putBack(head, unpacked), path, mtime, limits);
    await unpacked.return(undefined);
  }
}

function getBudget(size: number, limits: ImportLimits): number {
  return Math.min(limits.maxInflatedBytes, Math.max(limits.minSuspiciousBytes, size * limits.maxRatio));
}

async function* unpack(file: string, budget: number): AsyncGenerator<Buffer, void> {
  // The error also ends the iteration below; the callback only keeps it from being thrown twice.
  const gunzip = pipeline(createReadStream(file), createGunzip(), () => undefined);
  let left = budget;
  for await (const chunk of gunzip) {
    const bytes = Buffer.from(chunk);
    left -= bytes.length;
    if (left < 0) throw new ArchiveBomb();
    yield bytes;
  }
}

/** The first bytes, enough for the header of a tar; undefined when they cannot be unpacked. */
async function takeHead(chunks: AsyncGenerator<Buffer, void>): Promise<Buffer | undefined> {
  let head = Buffer.alloc(0);
  try {
    while (head.length < 512) {
      const next = await chunks.next();
      if (next.done) break;
      head = Buffer.concat([head, next.value]);
    }
    return head;
  } catch {
    return undefined;
  }
}

async function* putBack(head: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  yield* rest;
}

async function readPacked(
  chunks: AsyncGenerator<Buffer> | undefined,
  path: string,
  modifiedAt: Date,
  limits: ImportLimits,
): Promise<SourceEntry> {
  const name = path.replace(/\.gz$/i, '');
  if (!chunks) return reject(path, { code: 'archive-broken' });
  const byName = rejectByName(name);
  if (byName) return reject(path, byName);
  const kept: Buffer[] = [];
  let size = 0;
  let limit: number | undefined;
  try {
    for await (const bytes of chunks) {
      limit ??= mayHoldManyPosts(name, bytes) ? limits.maxContainerBytes : limits.maxPostBytes;
      size += bytes.length;
      if (size > limit) return reject(path, tooLarge(size, limit));
      kept.push(bytes);
    }
  } catch (error) {
    return reject(path, { code: error instanceof ArchiveBomb ? 'archive-bomb' : 'archive-broken' });
  }
  const bytes = Buffer.concat(kept);
  if (isArchive(name, bytes)) return reject(path, { code: 'archive-nested' });
  return { kind: 'file', file: { path: cleanPath(name), bytes, modifiedAt } };
}
