import { getDb } from '@/lib/db/prisma-client';
import { AppError } from '@/lib/errors/app-error';
import { hasCode } from '@/lib/errors/has-code';
import { type CharsetAlternative, listCharsetAlternatives } from '../charset-alternatives';
import { decodeText } from '../charset';
import type { ImportedPost, SourceFile } from '../imported-post';
import type { ImportNote } from '../import-note';
import { type ItemChoice, itemChoice } from '../import-options';
import { importNotes } from '../import-report';
import { getImport } from '../import-store';
import { getFilePath, listRepairsOff, type ParseContext, switchableRepairs } from '../parse-context';
import type { ColumnGuess } from '../readers/guess-columns';
import { guessJsonColumns } from '../readers/json';
import { readText } from '../readers/read-text';
import { guessTableColumns } from '../readers/table';
import { buildPreviewContext } from './build-context';
import { type ArticleComparison, compareWithStored } from './compare-article';
import { buildExcerpt, type ExcerptLine } from './excerpt';
import { findOriginal } from './find-original';
import { getPreviewParser } from './preview-parser';

/** Characters of an original that are shown, and can be mended. */
const maxOriginal = 65_536;

/** What can be known of one item when its original is read again. */
export interface ItemPreview {
  position: number;
  path: string;
  notes: (ImportNote & { excerpt: ExcerptLine[] })[];
  choice: ItemChoice;
  /** Null in a report (the article is written by now) and where there is no post. */
  comparison: ArticleComparison | null;
  /** Repairs that were made or are switched off, by note code; those off for the whole import cannot be had here. */
  repairs: { code: string; isOff: boolean; isOffForAll: boolean }[];
  /** The character set in use; null where the original cannot be read. */
  charset: string | null;
  charsetAlternatives: CharsetAlternative[];
  /** Null when the original is gone or was never readable. */
  original: { text: string; isWhole: boolean } | null;
  columns: ColumnGuess[];
}

/** Reads one item of an import again and compares it with what the portal has. Throws `import-unknown`, `item-unknown` (404). */
export async function getItemPreview(importId: string, position: number): Promise<ItemPreview> {
  const summary = await getImport(importId);
  const row = await getDb().importItem.findUnique({ where: { importId_position: { importId, position } } });
  if (!row) throw new AppError('item-unknown', {}, 404);
  const filePath = getFilePath(row.path);
  const context = await buildPreviewContext(importId, [row.path, filePath]);
  const file = await findOriginal(importId, filePath, position).catch(readNothing);
  const post = summary.dryRun && file ? await parsePost(file, row.path, context) : undefined;
  const notes = importNotes.parse(row.warnings);
  const text = file ? decode(file, context) : undefined;
  return {
    position,
    path: row.path,
    notes: notes.map((note) => ({ ...note, excerpt: buildExcerpt(text?.text ?? '', note.line ?? 0) })),
    choice: itemChoice.parse(context.choices?.get(row.path) ?? context.choices?.get(filePath) ?? {}),
    comparison: post ? await compareWithStored(post, context.options?.duplicates ?? 'update') : null,
    repairs: listRepairs(notes, listRepairsOff(row.path, context), context.options?.withoutRepairs ?? []),
    charset: text?.charset ?? null,
    charsetAlternatives: file && text ? listCharsetAlternatives(file.bytes, text.charset) : [],
    original: text
      ? { text: text.text.slice(0, maxOriginal).toWellFormed(), isWhole: text.text.length <= maxOriginal }
      : null,
    columns: text ? guessColumnsOf(row.format, text.text, filePath) : [],
  };
}

/** Originals are kept for a while only; those of the command line and of feeds never are. */
function readNothing(error: unknown): undefined {
  if (hasCode(error, 'ENOENT')) return undefined;
  throw error;
}

async function parsePost(
  file: SourceFile,
  path: string,
  context: ParseContext,
): Promise<ImportedPost | undefined> {
  const parser = getPreviewParser();
  if (path !== file.path) {
    for await (const item of parser.parseStart(file, context))
      if (item.path === path) return 'post' in item ? item.post : undefined;
    return undefined;
  }
  let post: ImportedPost | undefined;
  for await (const item of parser.parseWhole(file, context))
    if (item.path === path && 'post' in item) post = item.post;
  return post;
}

function decode(file: SourceFile, context: ParseContext): { text: string; charset: string } | undefined {
  const chosen = context.choices?.get(file.path)?.charset ?? context.options?.charset;
  const decoded = decodeText(file.bytes, chosen === undefined ? {} : { charset: chosen });
  if ('binary' in decoded) return undefined;
  const read = readText(file, chosen);
  return { text: 'text' in read ? read.text : decoded.text, charset: decoded.charset };
}

function listRepairs(
  notes: ImportNote[],
  off: ReadonlySet<string>,
  offForAll: readonly string[],
): ItemPreview['repairs'] {
  const made = new Set<string>(notes.map(({ code }) => code));
  return switchableRepairs
    .filter((code) => made.has(code) || off.has(code))
    .map((code) => ({ code, isOff: off.has(code), isOffForAll: offForAll.includes(code) }));
}

function guessColumnsOf(format: string | null, text: string, path: string): ColumnGuess[] {
  if (format === 'table') return guessTableColumns(text, path);
  return format === 'json' ? guessJsonColumns(text) : [];
}
