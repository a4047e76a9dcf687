import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { ImportLimits } from '../import-limits';
import type { ImportNote } from '../import-note';
import type { SourceEntry } from '../imported-post';
import { cleanPath, isArchive, isSilentlySkipped, mayHoldManyPosts, rejectByName } from './post-file';
import { reject, tooLarge } from './rejected-entry';
import { type Skip, takeSkip } from './skip';
import { decodeEntryName, isUnsafeName, judgeEntry } from './zip-entry';
import { ZipReader } from './zip-reader';

/** What was taken out of one archive so far, in bytes. */
interface Budget {
  packedLeft: number;
  inflatedLeft: number;
}

/**
 * The files of a zip archive on the disk, one in memory at a time; nothing is ever written. An unsafe, encrypted,
 * damaged or oversized entry is rejected by name and the others come through; an archive that is broken or a bomb
 * as a whole ends with a rejection under its own `path`. `prefix` stands before the entries' names. The first `skip`
 * entries are neither unpacked nor handed over.
 */
export async function* readZip(
  file: string,
  path: string,
  limits: ImportLimits,
  prefix = '',
  skip: Skip = { left: 0 },
): AsyncGenerator<SourceEntry> {
  await using handle = await open(file, 'r');
  const { size } = await handle.stat();
  const zip = size > limits.maxArchiveBytes ? undefined : await openZip(new ZipReader(handle, size), size);
  const refused = judgeArchive(size, zip, limits);
  if (zip && !refused) yield* readEntries(zip, path, limits, prefix, buildBudget(zip, size, limits), skip);
  else if (refused && !takeSkip(skip)) yield reject(path, refused);
}

function judgeArchive(size: number, zip: ZipFile | undefined, limits: ImportLimits): ImportNote | undefined {
  if (size > limits.maxArchiveBytes) return tooLarge(size, limits.maxArchiveBytes);
  if (!zip) return { code: 'archive-broken' };
  const { entryCount } = zip;
  return entryCount > limits.maxArchiveEntries
    ? { code: 'archive-bomb', params: { entries: entryCount } }
    : undefined;
}

/** How many entries (folders included) the directory of an archive states; undefined when it cannot be read. */
export async function countZipEntries(file: string): Promise<number | undefined> {
  await using handle = await open(file, 'r');
  const { size } = await handle.stat();
  const zip = await openZip(new ZipReader(handle, size), size);
  zip?.close();
  return zip?.entryCount;
}

async function openZip(reader: ZipReader, size: number): Promise<ZipFile | undefined> {
  try {
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true };
    return await yauzl.fromRandomAccessReaderPromise(reader, size, options);
  } catch {
    return undefined;
  }
}

/** Before the first entry is read, the cursor stands where the directory begins, behind all packed bytes. */
function buildBudget(zip: ZipFile, size: number, limits: ImportLimits): Budget {
  const directoryStart = Number(zip.readEntryCursor);
  const inflated = Math.max(limits.minSuspiciousBytes, size * limits.maxRatio);
  return {
    packedLeft: Math.min(size, directoryStart),
    inflatedLeft: Math.min(limits.maxInflatedBytes, inflated),
  };
}

async function* readEntries(
  zip: ZipFile,
  path: string,
  limits: ImportLimits,
  prefix: string,
  budget: Budget,
  skip: Skip,
): AsyncGenerator<SourceEntry> {
  try {
    for await (const entry of zip.eachEntry()) {
      const name = decodeEntryName(entry);
      // Packed sizes that add up to more than the file mean that entries share their bytes.
      budget.packedLeft -= entry.compressedSize;
      if (budget.packedLeft < 0 || budget.inflatedLeft < 0) {
        if (!takeSkip(skip))
          yield reject(path, { code: 'archive-bomb', params: { size: limits.maxInflatedBytes } });
        return;
      }
      if (isPassedOver(name)) continue;
      if (takeSkip(skip)) budget.inflatedLeft -= estimateInflated(entry, name, limits);
      else yield await readEntry(zip, entry, name, prefix + name, limits, budget);
    }
  } catch {
    if (!takeSkip(skip)) yield reject(path, { code: 'archive-broken' });
  } finally {
    zip.close();
  }
}

function isPassedOver(name: string): boolean {
  return !isUnsafeName(name) && (name.endsWith('/') || name.split('/').some(isSilentlySkipped));
}

/** What an entry that is passed over would have taken from the budget, so that it ends at the same entry. */
function estimateInflated(entry: Entry, name: string, limits: ImportLimits): number {
  return (judgeEntry(entry, name, limits) ?? rejectByName(name)) ? 0 : entry.uncompressedSize;
}

async function readEntry(
  zip: ZipFile,
  entry: Entry,
  name: string,
  path: string,
  limits: ImportLimits,
  budget: Budget,
): Promise<SourceEntry> {
  const refused = judgeEntry(entry, name, limits) ?? rejectByName(name);
  if (refused) return reject(path, refused);
  const bytes = await inflate(zip, entry, name, limits, budget);
  if ('code' in bytes) return reject(path, bytes);
  if (isArchive(name, bytes)) return reject(path, { code: 'archive-nested' });
  return { kind: 'file', file: { path: cleanPath(path), bytes, modifiedAt: entry.getLastModDate() } };
}

/** Sizes in the archive may lie: what really comes out is counted, and checked against the checksum. */
async function inflate(
  zip: ZipFile,
  entry: Entry,
  name: string,
  limits: ImportLimits,
  budget: Budget,
): Promise<Buffer | ImportNote> {
  const chunks: Buffer[] = [];
  let size = 0;
  let limit: number | undefined;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const bytes of readChunks(stream)) {
      size += bytes.length;
      budget.inflatedLeft -= bytes.length;
      limit ??= mayHoldManyPosts(name, bytes) ? limits.maxContainerBytes : limits.maxPostBytes;
      if (Math.max(size, entry.uncompressedSize) > limit)
        return tooLarge(Math.max(size, entry.uncompressedSize), limit);
      if (budget.inflatedLeft < 0) return { code: 'archive-bomb', params: { size } };
      chunks.push(bytes);
    }
  } catch {
    return { code: 'archive-broken' };
  }
  const bytes = Buffer.concat(chunks);
  return crc32(bytes) === entry.crc32 >>> 0 ? bytes : { code: 'archive-broken' };
}

/** A stream of Node is typed as one of anything. */
async function* readChunks(stream: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  for await (const chunk of stream) if (Buffer.isBuffer(chunk)) yield chunk;
}
