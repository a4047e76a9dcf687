import { decodeText } from '../charset';
import { defaultImportLimits } from '../import-limits';
import type { ImportNote } from '../import-note';
import type { SourceFile } from '../imported-post';
import { getFileType, isArchive, rejectByName } from '../sources/post-file';

/** `needsFrontMatter`: a file without a type is a post only when it begins like one. */
export type ReadText =
  { text: string; needsFrontMatter: boolean; notes: ImportNote[] } | { rejected: ImportNote };

/** The text of a file with `\n` as line end and without control characters, or why it has none. */
export function readText({ path, bytes }: SourceFile): ReadText {
  const refused = rejectByName(path) ?? rejectBySize(bytes);
  if (refused) return { rejected: refused };
  if (isArchive(path, bytes)) return { rejected: { code: 'not-a-post', params: { type: 'archive' } } };
  const decoded = decodeText(bytes);
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
  return { text: cleaned, needsFrontMatter: type === null && path !== '-', notes };
}

function rejectBySize({ length }: Uint8Array): ImportNote | undefined {
  if (length === 0) return { code: 'empty-file' };
  const limit = defaultImportLimits.maxPostBytes;
  return length > limit ? { code: 'file-too-large', params: { size: length, limit } } : undefined;
}
