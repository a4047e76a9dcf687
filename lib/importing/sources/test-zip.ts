import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip that a test makes byte by byte, lies included. */
export interface TestEntry {
  name: string | Buffer;
  data?: string | Buffer;
  stored?: boolean;
  flags?: number;
  /** Unix mode, e.g. 0o120777 for a symbolic link. */
  mode?: number;
  /** What the directory says instead of the truth. */
  claimedSize?: number;
  /** Points at the bytes of the first entry instead of its own. */
  sharesFirst?: boolean;
}

/** A zip archive as bytes. */
export function buildTestZip(entries: readonly TestEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let first: { packed: Buffer; size: number; crc: number } | undefined;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const own = packEntry(entry);
    const used = entry.sharesFirst && first ? first : own;
    const start = entry.sharesFirst ? 0 : offset;
    first ??= own;
    const size = entry.claimedSize ?? used.size;
    if (!entry.sharesFirst) {
      const local = Buffer.concat([header(0x04034b50, entry, used, size, name), name, used.packed]);
      files.push(local);
      offset += local.length;
    }
    directory.push(header(0x02014b50, entry, used, size, name, start), name);
  }
  return Buffer.concat([
    ...files,
    ...directory,
    endRecord(entries.length, Buffer.concat(directory).length, offset),
  ]);
}

function packEntry({ data = '', stored = false }: TestEntry) {
  const bytes = Buffer.from(data);
  return { packed: stored ? bytes : deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes) };
}

function header(
  magic: number,
  entry: TestEntry,
  { packed, crc }: { packed: Buffer; crc: number },
  size: number,
  name: Buffer,
  start?: number,
): Buffer {
  const isDirectory = start !== undefined;
  const buffer = Buffer.alloc(isDirectory ? 46 : 30);
  const shift = isDirectory ? 2 : 0;
  buffer.writeUInt32LE(magic, 0);
  if (isDirectory) buffer.writeUInt16LE(entry.mode === undefined ? 20 : (3 << 8) | 20, 4);
  buffer.writeUInt16LE(20, 4 + shift);
  buffer.writeUInt16LE(entry.flags ?? 0, 6 + shift);
  buffer.writeUInt16LE(entry.stored ? 0 : 8, 8 + shift);
  buffer.writeUInt32LE(0x54550000, 10 + shift);
  buffer.writeUInt32LE(crc, 14 + shift);
  buffer.writeUInt32LE(packed.length, 18 + shift);
  buffer.writeUInt32LE(size, 22 + shift);
  buffer.writeUInt16LE(name.length, 26 + shift);
  if (isDirectory) {
    buffer.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 38);
    buffer.writeUInt32LE(start, 42);
  }
  return buffer;
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const buffer = Buffer.alloc(22);
  buffer.writeUInt32LE(0x06054b50, 0);
  buffer.writeUInt16LE(Math.min(count, 0xffff), 8);
  buffer.writeUInt16LE(Math.min(count, 0xffff), 10);
  buffer.writeUInt32LE(size, 12);
  buffer.writeUInt32LE(offset, 16);
  return buffer;
}
