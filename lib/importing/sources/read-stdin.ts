import { stdin } from 'node:process';
import type { ImportLimits } from '../import-limits';
import type { SourceEntry } from '../imported-post';
import { mayHoldManyPosts } from './post-file';
import { reject, tooLarge, unreadable } from './rejected-entry';

/** One file from standard input (or another stream). Reading stops at the limit. */
export async function readStdin(
  limits: ImportLimits,
  stream: AsyncIterable<Uint8Array | string> = stdin,
): Promise<SourceEntry> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let limit: number | undefined;
  try {
    for await (const chunk of stream) {
      chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
      size += chunks.at(-1)?.length ?? 0;
      limit ??= mayHoldManyPosts('-', chunks[0] ?? Buffer.alloc(0))
        ? limits.maxContainerBytes
        : limits.maxPostBytes;
      if (size > limit) return reject('-', tooLarge(size, limit));
    }
    return { kind: 'file', file: { path: '-', bytes: Buffer.concat(chunks) } };
  } catch (error) {
    return reject('-', unreadable(error));
  }
}
