import { findJsonEnd } from './json-scan';
import type { SplitPost } from './split-front-matter';

/** Front matter is never larger; a list of posts may be. */
const maxLength = 64_000;
const nextValue = /^\s*(?:,|\{\s*(?:"|\})|\[\s*(?:[{"\]]))/;

/**
 * Cuts JSON front matter off: an object and then a body (Hugo), or the inside of one up to `;;;` (Hexo). Undefined when
 * there is none, also for JSON without a body and for JSON Lines.
 */
export function splitJsonFrontMatter(text: string): SplitPost | undefined {
  const start = text.search(/\S/);
  if (start < 0) return undefined;
  if (/^;;;[ \t]*\n|^"[\w-]+"[ \t]*:/.test(text.slice(start, start + 200))) return splitAtSemicolons(text);
  if (!/^\{\s*"/.test(text.slice(start, start + 1000))) return undefined;
  const scanned = findJsonEnd(text, start, start + maxLength);
  const end = isBodyAt(text, scanned) ? scanned : findClosingLine(text, start);
  return isBodyAt(text, end) ? cut(text, start, end, end) : undefined;
}

/** When a quote is missing, the brace at the margin still shows where the author closed the object. */
function findClosingLine(text: string, start: number): number {
  const found = text.slice(start, start + maxLength).search(/\n\}[ \t]*\n/);
  return found < 0 ? -1 : start + found + 2;
}

function isBodyAt(text: string, end: number): boolean {
  if (end < 0) return false;
  const rest = text.slice(end, end + 2000);
  return /^[ \t]*\n/.test(rest) && rest.trim() !== '' && !nextValue.test(rest);
}

function splitAtSemicolons(text: string): SplitPost | undefined {
  const start = /^\s*(?:;;;[ \t]*\n)?/.exec(text)?.[0].length ?? 0;
  const found = text.slice(start, start + maxLength).search(/\n;;;[ \t]*(?:\n|$)/);
  if (found < 0) return undefined;
  const end = start + found;
  const lineEnd = text.indexOf('\n', end + 1);
  return cut(text, start, end, lineEnd < 0 ? text.length : lineEnd);
}

function cut(text: string, start: number, end: number, bodyStart: number): SplitPost {
  return {
    frontMatter: text.slice(start, end).split('\n'),
    firstLine: text.slice(0, start).split('\n').length,
    isClosed: true,
    body: text.slice(bodyStart).replace(/^[ \t]*\n/, ''),
  };
}
