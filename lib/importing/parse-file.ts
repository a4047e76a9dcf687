import type { ImportedPost, SourceFile } from './imported-post';
import type { ImportNote } from './import-note';
import type { ParseContext } from './parse-context';
import { getFilePath, listRepairsOff } from './parse-context';
import { parseRawPost } from './parse-post';
import { postReaders } from './readers/post-readers';
import type { ImportFormat } from './readers/raw-post';
import { isExportManifest } from './restore/export-manifest';
import { readText } from './readers/read-text';
import { recogniseFormat } from './readers/recognise-format';

/** One post of a file, or a part of it that is none and why. */
export type ParsedItem = { path: string; format: ImportFormat | null; charset: string | null } & (
  { post: ImportedPost } | { notes: ImportNote[] }
);

/**
 * The posts of one file in its order, ready to be saved: bytes, text, format, fields, body. Accepts whatever a
 * person could make sense of; what was repaired or guessed stands in the notes. Never throws on any input.
 */
export function* parseFile(file: SourceFile, context: ParseContext): Generator<ParsedItem> {
  const { path } = file;
  const choice = context.choices?.get(path);
  const read = readText(file, choice?.charset ?? context.options?.charset);
  if ('rejected' in read) {
    yield { path, format: null, charset: null, notes: [read.rejected] };
    return;
  }
  if (isExportManifest(path, read.text)) {
    yield { path, format: 'export', charset: null, notes: [{ code: 'export-manifest' }] };
    return;
  }
  const reader = recogniseFormat(read.text, path, postReaders);
  const about = { format: reader?.format ?? null, charset: read.guessedCharset };
  if (!reader) {
    yield { path, ...about, notes: [{ code: 'not-a-post', params: { type: 'text' } }] };
    return;
  }
  const columns = context.options?.columns;
  const options = { ...(columns && { columns }), withoutRepairs: listRepairsOff(path, context) };
  for (const entry of reader.read(read.text, path, options)) {
    if (entry.kind === 'rejected') yield { path: entry.path, ...about, notes: [entry.note] };
    else {
      const raw = { ...entry.post, notes: [...read.notes, ...entry.post.notes] };
      const parsed = parseRawPost(raw, { format: reader.format, file }, context);
      yield 'post' in parsed
        ? { path: raw.path, ...about, post: parsed.post }
        : { path: raw.path, ...about, notes: parsed.notes };
    }
  }
}

/** Whether an item's path names a post among many of one file. */
export function isPartOfFile(path: string): boolean {
  return getFilePath(path) !== path;
}
