const MAX_INDENT = 40;

/**
 * Where a piece of code that begins at `start` ends: a fenced block, a code span, or `<pre>` and `<code>`.
 * @param mark what stands at `start`: a run of backticks or tildes, or `<pre`, `<code`.
 * @returns the position behind the code; behind the mark alone where nothing closes it.
 */
export function findCodeEnd(source: string, start: number, mark: string): number {
  if (mark.startsWith('<')) return findElementEnd(source, start, mark.slice(1));
  if (mark.length >= 3 && isLineStart(source, start)) return findFenceEnd(source, start, mark);
  return mark.startsWith('~') ? start + mark.length : findSpanEnd(source, start, mark);
}

function isLineStart(source: string, position: number): boolean {
  const before = source.slice(Math.max(0, position - MAX_INDENT), position);
  return /^[ \t>*+-]*$/u.test(before.slice(before.lastIndexOf('\n') + 1));
}

function findFenceEnd(source: string, start: number, mark: string): number {
  const closing = new RegExp(`\\n[ \\t>]*${mark[0]}{${mark.length},}[ \\t]*(?=\\n|$)`, 'gu');
  closing.lastIndex = start;
  const match = closing.exec(source);
  return match ? match.index + match[0].length : source.length;
}

/** A code span ends in its own paragraph or is none. */
function findSpanEnd(source: string, start: number, mark: string): number {
  const inside = start + mark.length;
  const paragraphEnd = source.indexOf('\n\n', inside);
  const end = source.indexOf(mark, inside);
  const closed = end !== -1 && (paragraphEnd === -1 || end < paragraphEnd);
  return closed ? end + mark.length : inside;
}

function findElementEnd(source: string, start: number, name: string): number {
  const closing = new RegExp(`</${name}`, 'giu');
  closing.lastIndex = start;
  const match = closing.exec(source);
  return match ? match.index + match[0].length : source.length;
}
