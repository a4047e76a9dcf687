import { buildLineCounter, findJsonEnd, skipBetween } from './json-scan';

/** One entry of a file, as text; `isCut` when the file ends before it does. */
export interface JsonItem {
  text: string;
  line: number;
  isCut: boolean;
}

/** Where lists of posts stand in an object that is not a post itself. */
const listKeys = new Set(['posts', 'items', 'articles', 'data', 'entries', 'results', 'records', 'rows', 'list', 'news', 'stories', 'documents', 'docs']); // prettier-ignore

/**
 * The entries of a JSON file in their order, one at a time: of a list, of a list in an object (`{"posts": […]}`, one
 * level deeper too), the lines of JSON Lines, objects one after another, or the one object. A file that is cut off gives
 * what is whole, and its last piece.
 */
export function* listJsonItems(text: string): Generator<JsonItem> {
  if (isJsonLines(text)) yield* listLines(text);
  else yield* listValues(text, buildLineCounter(text));
}

/** One object a line: several of the first lines begin and end as objects do. */
export function isJsonLines(text: string): boolean {
  const lines = text.slice(0, 200_000).split('\n', 20).map((line) => line.trim()).filter(Boolean); // prettier-ignore
  const objects = lines.filter((line) => /^\{\s*".*\}$/.test(line) && findJsonEnd(line, 0) === line.length);
  return lines.length > 1 && /^\s*\{/.test(text) && objects.length * 2 >= lines.length;
}

function* listLines(text: string): Generator<JsonItem> {
  let line = 1;
  for (let start = 0; start < text.length; line += 1) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const item = text.slice(start, end).trim();
    if (item) yield { text: item, line, isCut: found < 0 && findJsonEnd(item, 0) < 0 };
    start = end + 1;
  }
}

function* listValues(text: string, countLines: (index: number) => number): Generator<JsonItem> {
  for (let start = skipBetween(text, 0); start < text.length;) {
    const list = findList(text, start, 2);
    if (list < 0) start = yield* takeItem(text, start, countLines, /[{[]/);
    else {
      const end = yield* listElements(text, list + 1, countLines);
      // What follows the list in its object is no post.
      if (list !== start) return;
      start = skipBetween(text, end);
    }
  }
}

/** The elements of a list that begins before `from`; returns the index behind its end. */
function* listElements(
  text: string,
  from: number,
  countLines: (index: number) => number,
): Generator<JsonItem, number> {
  let start = skipBetween(text, from);
  while (start < text.length && text[start] !== ']')
    start = yield* takeItem(text, start, countLines, /[^}:]/);
  return start + 1;
}

/** Yields the value at `start` and returns where the next begins; what begins with no `expected` sign is lost to the end. */
function* takeItem(
  text: string,
  start: number,
  countLines: (index: number) => number,
  expected: RegExp,
): Generator<JsonItem, number> {
  const line = countLines(start);
  const end = expected.test(text[start] ?? '') ? findJsonEnd(text, start) : -1;
  yield { text: text.slice(start, end < 0 ? text.length : end), line, isCut: end < 0 };
  return end < 0 ? text.length : skipBetween(text, end);
}

/** Index of the `[` of a list of posts that begins here, or stands in the object that begins here; -1 without one. */
function findList(text: string, start: number, depth: number): number {
  if (text[start] === '[') return start;
  if (text[start] !== '{' || depth === 0) return -1;
  for (let at = skipBetween(text, start + 1); text[at] === '"';) {
    const keyEnd = findJsonEnd(text, at);
    if (keyEnd < 0) return -1;
    const key = text.slice(at + 1, keyEnd - 1).toLowerCase();
    const colon = skipBetween(text, keyEnd);
    const value = skipBetween(text, colon + 1);
    if (text[colon] !== ':') return -1;
    if (listKeys.has(key)) {
      const list = text[value] === '[' && /^\[\s*(?:\{|\])/.test(text.slice(value, value + 200)) ? value : text[value] === '{' ? findList(text, value, depth - 1) : -1; // prettier-ignore
      if (list >= 0) return list;
    }
    const end = findJsonEnd(text, value);
    if (end < 0) return -1;
    at = skipBetween(text, end);
  }
  return -1;
}
