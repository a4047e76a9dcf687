import yauzl, { type Entry } from 'yauzl';
import type { ImportLimits } from '../import-limits';
import type { ImportNote } from '../import-note';
import { tooLarge } from './rejected-entry';

const utf8Flag = 0x800;
const unixMaker = 3;
const fileTypeMask = 0o170000;
const regularFile = 0o100000;
const folder = 0o040000;

/**
 * The entry's name as text, with what it really says: slashes and dots untouched. Names without the UTF-8 flag
 * that are no UTF-8 are GBK, which is what Chinese archivers write.
 */
export function decodeEntryName(entry: Entry): string {
  const raw: Buffer = Buffer.from(entry.fileNameRaw);
  const isMarked =
    (entry.generalPurposeBitFlag & utf8Flag) !== 0 || entry.extraFields.some(({ id }) => id === 0x7075);
  if (isMarked) return yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, true);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('gb18030').decode(raw);
  }
}

/** Why an entry must not be opened, judged before a byte of it is inflated; undefined when it may be. */
export function judgeEntry(entry: Entry, name: string, limits: ImportLimits): ImportNote | undefined {
  if (isUnsafeName(name) || !isPlainFile(entry)) return { code: 'archive-entry-unsafe' };
  if (entry.isEncrypted()) return { code: 'archive-entry-encrypted' };
  const { compressedSize, uncompressedSize } = entry;
  const isBomb =
    uncompressedSize > limits.minSuspiciousBytes && uncompressedSize > compressedSize * limits.maxRatio;
  if (isBomb) return { code: 'archive-bomb', params: { size: uncompressedSize } };
  return uncompressedSize > limits.maxContainerBytes
    ? tooLarge(uncompressedSize, limits.maxContainerBytes)
    : undefined;
}

/**
 * Traversal, absolute names, drive letters, backslashes (Windows' own separators) and NUL. Nothing is ever
 * written, but such an archive was made to hurt or is broken, and a name is shown and kept.
 */
export function isUnsafeName(name: string): boolean {
  return name === '' || /^\/|^[a-z]:|\\|\0/i.test(name) || name.split('/').includes('..');
}

/** Archives of Unix carry the file's mode: a symbolic link or a device is nothing to read. */
function isPlainFile(entry: Entry): boolean {
  if (entry.versionMadeBy >> 8 !== unixMaker) return true;
  const type = (entry.externalFileAttributes >>> 16) & fileTypeMask;
  return type === 0 || type === regularFile || type === folder;
}
