import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { extract, type ExtractEvents, type Header } from 'tar-stream';
import type { ImportLimits } from '../import-limits';
import type { ImportNote } from '../import-note';
import type { SourceEntry } from '../imported-post';
import { cleanPath, isArchive, isSilentlySkipped, mayHoldManyPosts, rejectByName } from './post-file';
import { reject, tooLarge } from './rejected-entry';
import { type Skip, takeSkip } from './skip';
import { decodeTarName, judgeTarEntry } from './tar-entry';
import { isUnsafeName } from './zip-entry';

type Entry = ExtractEvents['entry'][1];

/** Names are taken as bytes: those of archives from Chinese systems are GBK. */
const tarOptions = { allowUnknownFormat: true, filenameEncoding: 'latin1', highWaterMark: 65_536 };

/** Thrown by a stream of unpacked bytes when they are too many. */
export class ArchiveBomb extends Error {
  override name = 'ArchiveBomb';
}

/**
 * The files of a tar archive on the disk, by the rules of `readZip`: one in memory at a time, nothing written, unsafe
 * entries rejected by name. What comes before a damaged place is handed over; then the archive ends with a rejection.
 */
export async function* readTar(
  file: string,
  path: string,
  limits: ImportLimits,
  prefix = '',
  skip: Skip = { left: 0 },
): AsyncGenerator<SourceEntry> {
  const { size } = await stat(file);
  if (size > limits.maxArchiveBytes) {
    if (!takeSkip(skip)) yield reject(path, tooLarge(size, limits.maxArchiveBytes));
  } else yield* readTarStream(createReadStream(file), path, limits, prefix, skip);
}

/** The same for the bytes of a tar as they come, from the disk or out of gzip. */
export async function* readTarStream(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  limits: ImportLimits,
  prefix: string,
  skip: Skip,
): AsyncGenerator<SourceEntry> {
  const tar = extract(tarOptions);
  const source = Readable.from(chunks, { objectMode: false });
  source.once('error', (error) => tar.destroy(error));
  source.pipe(tar);
  let at = path;
  let count = 0;
  try {
    for await (const entry of tar) {
      const name = decodeTarName(entry.header);
      at = prefix + name;
      if ((count += 1) > limits.maxArchiveEntries) throw new ArchiveBomb();
      if (!isUnsafeName(name) && isPassedOver(name, entry.header)) entry.resume();
      else if (takeSkip(skip)) entry.resume();
      else yield await readEntry(entry, name, at, limits);
      at = path;
    }
  } catch (error) {
    if (!takeSkip(skip)) yield reject(at, describeFailure(error, limits));
  } finally {
    source.destroy();
    tar.destroy();
  }
}

function describeFailure(error: unknown, limits: ImportLimits): ImportNote {
  if (error instanceof ArchiveBomb)
    return { code: 'archive-bomb', params: { size: limits.maxInflatedBytes } };
  return { code: 'archive-broken' };
}

function isPassedOver(name: string, { type }: Header): boolean {
  return name === '' || type === 'directory' || name.split('/').some(isSilentlySkipped);
}

/** Throws when the archive ends within the entry. */
async function readEntry(
  entry: Entry,
  name: string,
  path: string,
  limits: ImportLimits,
): Promise<SourceEntry> {
  const refused = judgeTarEntry(entry.header, name, limits) ?? rejectByName(name);
  const bytes = refused ?? (await collect(entry, name, limits));
  if ('code' in bytes) {
    entry.resume();
    return reject(path, bytes);
  }
  if (isArchive(name, bytes)) return reject(path, { code: 'archive-nested' });
  const { mtime } = entry.header;
  return { kind: 'file', file: { path: cleanPath(path), bytes, modifiedAt: mtime } };
}

/** Only what begins like a file with many posts may be larger than a post; without it the rest is not kept. */
async function collect(entry: Entry, name: string, limits: ImportLimits): Promise<Buffer | ImportNote> {
  const size = entry.header.size;
  const chunks: Buffer[] = [];
  let limit: number | undefined;
  for await (const chunk of entry) {
    if (!Buffer.isBuffer(chunk)) continue;
    limit ??= mayHoldManyPosts(name, chunk) ? limits.maxContainerBytes : limits.maxPostBytes;
    if (size <= limit) chunks.push(chunk);
  }
  return limit !== undefined && size > limit ? tooLarge(size, limit) : Buffer.concat(chunks);
}
