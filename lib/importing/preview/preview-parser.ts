import { AppError } from '@/lib/errors/app-error';
import type { SourceFile } from '../imported-post';
import type { ParseContext } from '../parse-context';
import type { ParsedItem } from '../parse-file';

/** Parses one file on a thread, so that a post that never ends cannot stop the portal. */
export interface PreviewParser {
  /** Quick, for files that hold one post; has to be read to its end. */
  parseWhole: (file: SourceFile, context: ParseContext) => AsyncGenerator<ParsedItem>;
  /** For files that may hold thousands: can be left at any point. */
  parseStart: (file: SourceFile, context: ParseContext) => AsyncGenerator<ParsedItem>;
}

const key = Symbol.for('finews.preview-parser');
const shared = globalThis as typeof globalThis & { [key]?: PreviewParser | undefined };

/** The parser of this process. Throws `database-unavailable` (503) while the process starts or ends. */
export function getPreviewParser(): PreviewParser {
  const parse = shared[key];
  if (!parse) throw new AppError('database-unavailable', {}, 503);
  return parse;
}

/** Kept on globalThis, as the import queue is. */
export function setPreviewParser(parse: PreviewParser | undefined): void {
  shared[key] = parse;
}
