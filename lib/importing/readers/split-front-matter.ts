/** A post cut in two. Lines are without line ends; `firstLine` is the number (from 1) of `frontMatter`'s first line. */
export interface SplitPost {
  frontMatter: string[] | null;
  firstLine: number;
  isClosed: boolean;
  body: string;
  /** The map `finews` of an exported post, as JSON; its line is blank in `frontMatter`. */
  restore?: string;
}

const opening = /^---(?:ya?ml)?[ \t]*$/;
const closing = /^(?:---|\.\.\.)[ \t]*$/;
const fieldLine = /^(?:[\p{L}_][\p{L}\p{N}_.-]*[ \t]*:(?:[ \t]|$)|[ \t]+\S|-[ \t]|#)/u;

/**
 * Cuts the front matter off. Blank lines before the first `---`, blanks after it and `...` as its end are
 * allowed, as Jekyll allows them. Only YAML is front matter: `---js`, `+++` and the like stay text, for a parser
 * that knows them runs code. Without a closing line, the front matter ends where lines stop looking like fields.
 */
export function splitFrontMatter(text: string): SplitPost {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.trim() !== '');
  if (start < 0 || !opening.test(lines[start] ?? ''))
    return { frontMatter: null, firstLine: 1, isClosed: true, body: text };
  const end = lines.findIndex((line, index) => index > start && closing.test(line));
  const isClosed = end > 0 && looksLikeFields(lines.slice(start + 1, end));
  return isClosed
    ? cut(lines, start, end, true)
    : cut(lines, start, findEndOfFields(lines, start + 1), false);
}

/**
 * The same for a block that YAML refused: when its end is really a rule further down in the text, which shows by
 * prose after a blank line, the front matter was never closed. Undefined when that is not so.
 */
export function splitAtProse(text: string): SplitPost | undefined {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.trim() !== '');
  const end = findEndOfFields(lines, start + 1);
  const next = lines.findIndex((line, index) => index >= end && line.trim() !== '');
  const isProse =
    lines[end]?.trim() === '' &&
    next > 0 &&
    !fieldLine.test(lines[next] ?? '') &&
    !closing.test(lines[next] ?? '');
  return isProse ? cut(lines, start, end, false) : undefined;
}

function cut(lines: string[], start: number, stop: number, isClosed: boolean): SplitPost {
  const body = lines.slice(isClosed ? stop + 1 : stop).join('\n');
  return { frontMatter: lines.slice(start + 1, stop), firstLine: start + 2, isClosed, body };
}

/** Between two `---` may also stand prose, when they are rules and no front matter; then nothing was opened. */
function looksLikeFields(lines: string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  return filled.length === 0 || filled.some((line) => fieldLine.test(line));
}

function findEndOfFields(lines: string[], start: number): number {
  let index = start;
  while (index < lines.length && fieldLine.test(lines[index] ?? '')) index += 1;
  return index;
}
