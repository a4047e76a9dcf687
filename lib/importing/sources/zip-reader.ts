import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import yauzl from 'yauzl';

const chunkBytes = 65_536;

type ReadCallback = (error: Error | null, bytesRead?: number) => void;

/**
 * Reads a zip from an open file for yauzl and refuses places outside of it. yauzl passes offsets of a hostile
 * archive on to `fs.read` unchecked, which throws out of a callback and would end the process. The caller closes
 * the file.
 */
export class ZipReader extends yauzl.RandomAccessReader {
  constructor(
    private readonly file: FileHandle,
    private readonly size: number,
  ) {
    super();
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: ReadCallback,
  ): void {
    if (!this.isInside(position, position + length)) {
      setImmediate(callback, new Error('outside of the file'));
      return;
    }
    this.file.read(buffer, offset, length, position).then(
      ({ bytesRead }) => callback(null, bytesRead),
      (error: unknown) => callback(error instanceof Error ? error : new Error('unreadable')),
    );
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.readRange(start, end), { objectMode: false });
  }

  private async *readRange(start: number, end: number): AsyncGenerator<Buffer> {
    if (!this.isInside(start, end)) throw new Error('outside of the file');
    for (let position = start; position < end;) {
      const length = Math.min(chunkBytes, end - position);
      const { buffer, bytesRead } = await this.file.read(Buffer.alloc(length), 0, length, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  }

  override close(callback: (error: Error | null) => void): void {
    setImmediate(callback, null);
  }

  private isInside(start: number, end: number): boolean {
    return Number.isSafeInteger(start) && start >= 0 && end >= start && end <= this.size;
  }
}
