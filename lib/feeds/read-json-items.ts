import { AppError } from '@/lib/errors/app-error';
import type { RawEntry } from '@/lib/importing/readers/raw-post';
import type { FeedMapping } from './feed-settings';

/**
 * The items of an HTTP JSON source as posts, by its mapping. `path` names them in reports. Throws
 * `feed-unreadable` when the text is no JSON, `feed-items-missing` (params: path) when there is no list where the
 * mapping says.
 */
export function readJsonItems(text: string, path: string, mapping: FeedMapping): RawEntry[] {
  const list = readPath(parseJson(text), mapping.items);
  if (!Array.isArray(list)) throw new AppError('feed-items-missing', { path: mapping.items || '.' }, 422);
  return list.map((item: unknown, at) => readItem(item, `${path}#${at + 1}`, mapping));
}

function readItem(item: unknown, path: string, { fields }: FeedMapping): RawEntry {
  const { body, ...stated } = Object.fromEntries(
    Object.entries(fields).map(([field, from]) => [field, toFieldValue(readPath(item, from), field)]),
  );
  const text = typeof body === 'string' ? body : '';
  if (text.trim() === '' && !stated.title)
    return { kind: 'rejected', path, note: { code: 'no-readable-text' } };
  const bodyFormat = /<[a-z][^>]*>/i.test(text) ? 'html' : 'text';
  return { kind: 'post', post: { path, fields: stated, body: text, bodyFormat, notes: [] } };
}

/** `a.b.0.c`; an empty path is the value itself. */
function readPath(value: unknown, path: string): unknown {
  let current = value;
  for (const step of path.split('.').filter((part) => part !== '')) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return undefined;
    current = Reflect.get(current, step);
  }
  return current;
}

/** Front matter knows texts and lists of texts; a number where a date should be is a moment in s or ms since 1970. */
function toFieldValue(value: unknown, field: string): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => toFieldValue(one, field));
  const isMoment = field === 'date' && /^\d{9,13}$/.test(String(value));
  if (isMoment) return new Date(Number(value) * (Number(value) < 1e11 ? 1000 : 1)).toISOString();
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('feed-unreadable', {}, 422, { cause });
  }
}
