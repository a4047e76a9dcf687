import { decodeText } from '../charset';
import { defaultImportLimits } from '../import-limits';
import type { ImportNote } from '../import-note';
import type { SourceFile } from '../imported-post';
import { getFileType, isArchive, mayHoldManyPosts, rejectByName } from '../sources/post-file';

/** `guessedCharset`: null when the bytes themselves say what they are. */
export type ReadText =
  { text: string; guessedCharset: string | null; notes: ImportNote[] } | { rejected: ImportNote };

/**
 * The text of a file with `\n` as line end and without control characters, or why it has none. `charset` is what
 * an editor chose; it is ignored where the bytes cannot be that.
 */
export function readText(file: SourceFile, charset?: string): ReadText {
  const { path, bytes } = file;
  const refused = rejectByName(path) ?? rejectBySize(file);
  if (refused) return { rejected: refused };
  if (isArchive(path, bytes)) return { rejected: { code: 'not-a-post', params: { type: 'archive' } } };
  const decoded = decodeText(bytes, charset === undefined ? {} : { charset });
  const type = getFileType(path);
  if ('binary' in decoded)
    return { rejected: type ? { code: 'not-text' } : { code: 'not-a-post', params: { type: 'binary' } } };
  const text = decoded.text.replace(/\r\n?/g, '\n').toWellFormed();
  const cleaned = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g, '');
  if (cleaned.trim() === '') return { rejected: { code: 'empty-file' } };
  const notes: ImportNote[] = [];
  if (decoded.charset !== 'utf-8')
    notes.push({ code: 'charset-guessed', params: { charset: decoded.charset } });
  if (cleaned.length !== text.length)
    notes.push({ code: 'control-characters-removed', params: { count: text.length - cleaned.length } });
  return { text: cleaned, guessedCharset: decoded.guessed ? decoded.charset : null, notes };
}

function rejectBySize({ path, bytes }: SourceFile): ImportNote | undefined {
  if (bytes.length === 0) return { code: 'empty-file' };
  const { maxContainerBytes, maxPostBytes } = defaultImportLimits;
  const limit = mayHoldManyPosts(path, bytes.subarray(0, 512)) ? maxContainerBytes : maxPostBytes;
  return bytes.length > limit ? { code: 'file-too-large', params: { size: bytes.length, limit } } : undefined;
}
