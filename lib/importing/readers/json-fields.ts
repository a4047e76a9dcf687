import { isRecord, toTexts } from './front-matter-fields';
import { findFieldByName } from './guess-columns';
import { guessBodyFormat } from './json-body-format';
import type { BodyFormat } from './raw-post';

/** What an entry of a list or a row of a table says, under the names of a Jekyll post. */
export interface ForeignPost {
  fields: Record<string, unknown>;
  body: string;
  bodyFormat: BodyFormat;
}

interface Found {
  key: string;
  value: unknown;
  rank: number;
}

type Columns = Readonly<Record<string, string>>;

/** Keys whose value is another entry's text, or says how to read one. */
const formatByKey: readonly (readonly [RegExp, BodyFormat])[] = [
  [/html/i, 'html'],
  [/markdown/i, 'markdown'],
  [/plain|content_?text$/i, 'text'],
];

/**
 * An object of foreign JSON to fields and body: by `columns` (post field by key; a key may be a path, `content.rendered`; an
 * empty field leaves the key out), else by the keys' names. Undefined when it has nothing like a post: no body, and no
 * title with a digest or a date beside it.
 */
export function readForeignPost(entry: object, columns: Columns = {}): ForeignPost | undefined {
  const found = findFields(entry, columns);
  const body = found.get('body');
  const fields: Record<string, unknown> = { __proto__: null };
  for (const [field, { value }] of found) if (field !== 'body') fields[field] = readField(field, value);
  nameParts(fields, entry);
  const text = typeof body?.value === 'string' ? body.value : '';
  const isPost = text.trim() !== '' || (isText(fields['title']) && (isText(fields['digest']) || isText(fields['date']))); // prettier-ignore
  if (!isPost) return undefined;
  const format = formatByKey.find(([pattern]) => pattern.test(body?.key ?? ''))?.[1];
  const bodyFormat = hasRendered(entry) ? 'html' : (format ?? guessBodyFormat(text));
  return { fields, body: text, bodyFormat };
}

/** The best value for each field: a stated column first, then the more telling name; empty values do not count. */
function findFields(entry: object, columns: Columns): Map<string, Found> {
  const found = new Map<string, Found>();
  const put = (field: string, candidate: Found) => {
    const isFilled = candidate.value !== null && candidate.value !== undefined && candidate.value !== '';
    if (isFilled && candidate.rank < (found.get(field)?.rank ?? Infinity)) found.set(field, candidate);
  };
  const mapped = new Map(Object.entries(columns).map(([key, field]) => [key.toLowerCase(), field]));
  for (const [path, field] of Object.entries(columns))
    if (field) put(field.toLowerCase(), { key: path, value: unwrap(readPath(entry, path)), rank: -1 });
  for (const [key, value] of Object.entries(entry)) {
    const guess = mapped.has(key.toLowerCase()) ? undefined : findFieldByName(key);
    if (guess) put(guess.field, { key, value: unwrap(value), rank: guess.rank });
  }
  return found;
}

/** Keys may hold dots themselves; case does not matter. */
function readPath(entry: object, path: string): unknown {
  const direct = readKey(entry, path);
  if (direct !== undefined) return direct;
  return path.split('.').reduce<unknown>((value, key) => (isRecord(value) ? readKey(value, key) : undefined), entry); // prettier-ignore
}

function readKey(entry: object, key: string): unknown {
  const found = Object.entries(entry).find(([name]) => name.toLowerCase() === key.toLowerCase());
  return found?.[1];
}

/** WordPress's API wraps texts: `{ "rendered": "…" }`; others use `{ "#text": … }`. */
function unwrap(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return value['rendered'] ?? value['#text'] ?? value['_text'] ?? value['$t'] ?? value;
}

function hasRendered(entry: object): boolean {
  const content = readKey(entry, 'content');
  return isRecord(content) && 'rendered' in content;
}

function readField(field: string, value: unknown): unknown {
  if (field === 'date' || field === 'updated') return readDate(value);
  const texts = toTexts(value);
  if (field === 'tags' || field === 'categories') return readWords(texts);
  if (field === 'draft') return texts === '1' ? 'true' : texts;
  return texts;
}

/** `a, b`, `a、b`, a list of words, or of objects with names. Numbers are ids that mean nothing elsewhere. */
function readWords(value: unknown): unknown {
  const items: unknown[] = typeof value === 'string' ? value.split(/[,，、;；|]/) : Array.isArray(value) ? value : [value]; // prettier-ignore
  const words = items.map((item) => readName(item)).filter((item) => typeof item === 'string');
  return words.map((word) => word.trim()).filter((word) => word && !/^\d+$/.test(word));
}

function readName(value: unknown): unknown {
  return isRecord(value) ? (value['name'] ?? value['displayName'] ?? value['displayname'] ?? value['title'] ?? null) : value; // prettier-ignore
}

/** Seconds or milliseconds since 1970 as a number or as digits, `20220218`, or a text as it stands. */
export function readDate(value: unknown): string | null {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  const day = /^((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])$/.exec(text);
  if (day) return day.slice(1).join('-');
  const number = /^\d{9,13}(?:\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (Number.isNaN(number)) return text || null;
  const date = new Date(number < 1e11 ? number * 1000 : number);
  return Number.isNaN(date.getTime()) ? text : date.toISOString();
}

/** Objects that name a category, an author or a source, and what WordPress embeds beside the ids. */
function nameParts(fields: Record<string, unknown>, entry: object): void {
  const { category, source, image } = fields;
  if (isRecord(category)) {
    fields['category_name'] ??= category['name'] ?? null;
    fields['category'] = category['slug'] ?? category['name'] ?? null;
  } else if (typeof category === 'string' && /^\d+$/.test(category)) delete fields['category'];
  if (isRecord(source)) {
    fields['source_url'] ??= source['url'] ?? null;
    fields['source'] = source['name'] ?? null;
  }
  const authors = Array.isArray(fields['author']) ? fields['author'].map(readName) : [readName(fields['author'])];
  fields['author'] = authors.filter((name) => typeof name === 'string' && !/^\d+$/.test(name)).join(', ') || null;
  if (isRecord(image)) fields['image'] = image['url'] ?? image['src'] ?? null;
  nameEmbedded(fields, entry);
} // prettier-ignore

function nameEmbedded(fields: Record<string, unknown>, entry: object): void {
  const gmt = readKey(entry, 'date_gmt');
  if (typeof gmt === 'string' && /^\d{4}-\d\d-\d\dT[\d:]+$/.test(gmt)) fields['date'] = `${gmt}Z`;
  const embedded = readKey(entry, '_embedded');
  if (!isRecord(embedded)) return;
  const terms = listRecords([embedded['wp:term']].flat(2));
  const listNames = (taxonomy: string) =>
    terms.filter((term) => term['taxonomy'] === taxonomy).map((term) => term['name']);
  fields['categories'] = listNames('category');
  fields['tags'] = listNames('post_tag');
  const authors = listRecords([embedded['author']].flat()).map(readName).filter(isText);
  if (authors.length > 0) fields['author'] = authors.join(', ');
  const media = listRecords([embedded['wp:featuredmedia']].flat())[0]?.['source_url'];
  if (isText(media)) fields['image'] = media;
}

function listRecords(values: readonly unknown[]): Record<string, unknown>[] {
  return values.filter(isRecord);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
