import type { ImportNote } from '../import-note';
import { isRecord } from './front-matter-fields';
import { type ColumnGuess, findFieldByName } from './guess-columns';
import { readForeignPost } from './json-fields';
import { type JsonItem, listJsonItems } from './json-items';
import { parseJson } from './json-scan';
import type { FormatReader, RawEntry, ReadOptions } from './raw-post';
import { splitJsonFrontMatter } from './split-front-matter-json';

/** Foreign JSON: one post, a list of posts, a list in an object, or one post a line; keys are guessed or mapped. */
export const jsonReader: FormatReader = { format: 'json', recognise, read };

function recognise(text: string): boolean {
  return /^\s*(?:\{\s*["}]|\[\s*[{\]"])/.test(text.slice(0, 1000)) && !splitJsonFrontMatter(text);
}

function* read(text: string, path: string, options: ReadOptions): Generator<RawEntry> {
  let number = 0;
  let waiting: JsonItem | undefined;
  for (const item of listJsonItems(text)) {
    if (waiting) yield readItem(waiting, `${path}#${number}`, options);
    waiting = item;
    number += 1;
  }
  if (!waiting) yield { kind: 'rejected', path, note: { code: 'not-a-post', params: { type: 'json' } } };
  // A file with one object is that post, and needs no number.
  else
    yield readItem(
      waiting,
      number === 1 && text.trimStart().startsWith(waiting.text) ? path : `${path}#${number}`,
      options,
    );
}

function readItem(item: JsonItem, path: string, { columns }: ReadOptions): RawEntry {
  const { text, line, isCut } = item;
  const entry = parseJson(text);
  if (entry === undefined)
    return { kind: 'rejected', path, note: noteBrokenRow(text, line, isCut ? 'cut' : 'syntax') };
  const post = isRecord(entry) ? readForeignPost(entry, columns) : undefined;
  if (!post) return { kind: 'rejected', path, note: { code: 'not-a-post', params: { type: 'json' }, line } };
  return { kind: 'post', post: { path, ...post, line, notes: [] } };
}

/** Why an entry could not be read, with its first words. */
export function noteBrokenRow(text: string, line: number, reason: 'syntax' | 'cut' | 'empty'): ImportNote {
  const excerpt = text.slice(0, 120).replace(/\s+/gu, ' ').trim().toWellFormed();
  return { code: 'row-broken', params: { reason, excerpt }, line };
}

/** The keys of the first entries with what they seem to mean, for an editor to correct. */
export function guessJsonColumns(text: string): ColumnGuess[] {
  const columns = new Map<string, ColumnGuess>();
  for (const item of listJsonItems(text).take(20)) {
    const entry = parseJson(item.text);
    for (const [column, value] of Object.entries(isRecord(entry) ? entry : {})) {
      const sample = (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 120).toWellFormed();
      columns.set(column, columns.get(column) ?? { column, field: findFieldByName(column)?.field ?? null, sample });
    }
  }
  return [...columns.values()];
} // prettier-ignore
