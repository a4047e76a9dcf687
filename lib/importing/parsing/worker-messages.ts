import type { SourceFile } from '../imported-post';
import type { ParseContext } from '../parse-context';
import type { ParsedItem } from '../parse-file';

/** What the pool tells a thread: files to parse, or that it has room for the next part. */
export type ToWorker = { kind: 'parse'; files: SourceFile[]; context: ParseContext } | { kind: 'more' };

/** A part of the answer, each item with the number of its file within the request; `done` is the last. */
export interface FromWorker {
  kind: 'part' | 'done';
  items: { file: number; item: ParsedItem }[];
}
