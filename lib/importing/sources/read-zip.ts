import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { ImportLimits } from '../import-limits';
import type { ImportNote } from '../import-note';
import type { SourceEntry } from '../imported-post';
import { cleanPath, isArchive, isSilentlySkipped, rejectByName } from './post-file';
import { reject, tooLarge } from './rejected-entry';
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
 * as a whole ends with a rejection under its own `path`. `prefix` stands before the entries' names.
 */
export async function* readZip(
  file: string,
  path: string,
  limits: ImportLimits,
  prefix = '',
): AsyncGenerator<SourceEntry> {
  await using handle = await open(file, 'r');
  const { size } = await handle.stat();
  if (size > limits.maxArchiveBytes) {
    yield reject(path, tooLarge(size, limits.maxArchiveBytes));
    return;
  }
  const zip = await openZip(new ZipReader(handle, size), size);
  if (!zip) yield reject(path, { code: 'archive-broken' });
  else if (zip.entryCount > limits.maxArchiveEntries)
    yield reject(path, { code: 'archive-bomb', params: { entries: zip.entryCount } });
  else yield* readEntries(zip, path, limits, prefix, buildBudget(zip, size, limits));
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
): AsyncGenerator<SourceEntry> {
  try {
    for await (const entry of zip.eachEntry()) {
      const name = decodeEntryName(entry);
      // Packed sizes that add up to more than the file mean that entries share their bytes.
      budget.packedLeft -= entry.compressedSize;
      if (budget.packedLeft < 0 || budget.inflatedLeft < 0) {
        yield reject(path, { code: 'archive-bomb', params: { size: limits.maxInflatedBytes } });
        return;
      }
      if (isUnsafeName(name) || !isSkipped(name))
        yield await readEntry(zip, entry, name, prefix + name, limits, budget);
    }
  } catch {
    yield reject(path, { code: 'archive-broken' });
  } finally {
    zip.close();
  }
}

function isSkipped(name: string): boolean {
  return name.endsWith('/') || name.split('/').some(isSilentlySkipped);
}

async function readEntry(
  zip: ZipFile,
  entry: Entry,
  name: string,
  path: string,
  limits: ImportLimits,
  budget: Budget,
): Promise<SourceEntry> {
  const refused = judgeEntry(entry, name, limits);
  if (refused) return reject(path, refused);
  const byName = rejectByName(name);
  if (byName && !/\.(?:zip|gz|tgz|7z|rar|bz2|xz|tar)$/i.test(name)) return reject(path, byName);
  const bytes = await inflate(zip, entry, limits, budget);
  if ('code' in bytes) return reject(path, bytes);
  if (isArchive(name, bytes)) return reject(path, { code: 'archive-nested' });
  if (byName) return reject(path, byName);
  return { kind: 'file', file: { path: cleanPath(path), bytes, modifiedAt: entry.getLastModDate() } };
}

/** Sizes in the archive may lie: what really comes out is counted, and checked against the checksum. */
async function inflate(
  zip: ZipFile,
  entry: Entry,
  limits: ImportLimits,
  budget: Budget,
): Promise<Buffer | ImportNote> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const bytes of readChunks(stream)) {
      size += bytes.length;
      budget.inflatedLeft -= bytes.length;
      if (size > limits.maxPostBytes) return tooLarge(size, limits.maxPostBytes);
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
