import { isBlockTag } from '../dom';

interface LineState {
  lines: string[];
  fence: string | null;
  inPre: boolean;
  inHtml: boolean;
  blankInside: boolean;
}

/**
 * Prepares a body for CommonMark where kramdown reads it otherwise:
 * - a line of Markdown right under a closing block tag gets a blank line before it, or it would not be rendered;
 * - indented HTML lines inside a block of HTML lose the indentation, or they would become code.
 * @returns the text, and whether all of it is one block of HTML in which Markdown has nothing to do.
 */
export function separateHtmlBlocks(source: string): { text: string; isHtml: boolean } {
  const state: LineState = { lines: [], fence: null, inPre: false, inHtml: false, blankInside: false };
  for (const line of source.trim().split('\n')) takeLine(state, line);
  const isHtml = startsWithBlockTag(state.lines[0] ?? '') && !state.blankInside && state.fence === null;
  return { text: state.lines.join('\n'), isHtml };
}

function takeLine(state: LineState, line: string): void {
  if (takeCode(state, line)) return;
  if (line.trim() === '') {
    state.blankInside = true;
    state.lines.push('');
    return;
  }
  if (state.inHtml && endsWithBlockTag(state.lines.at(-1) ?? '') && isMarkdown(line)) {
    state.blankInside = true;
    state.lines.push('');
  }
  const isHtmlLine = startsWithBlockTag(line);
  state.lines.push(state.inHtml && isHtmlLine ? line.trimStart() : line);
  state.inHtml = isHtmlLine || endsWithBlockTag(line);
  state.inPre = opensPre(line);
}

/** Lines of fenced code and of `<pre>` stay as they are. */
function takeCode(state: LineState, line: string): boolean {
  if (state.inPre) {
    state.lines.push(line);
    state.inPre = !line.includes('</pre') || opensPre(line);
    state.inHtml = true;
    return true;
  }
  const fence = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1] ?? null;
  if (state.fence === null && fence === null) return false;
  const closes = state.fence !== null && fence !== null && fence.startsWith(state.fence);
  state.blankInside = true;
  state.fence = state.fence === null ? fence : closes ? null : state.fence;
  state.inHtml = false;
  state.lines.push(line);
  return true;
}

function opensPre(line: string): boolean {
  return line.lastIndexOf('<pre') > line.lastIndexOf('</pre');
}

function isMarkdown(line: string): boolean {
  return !/^\s*<(?:[a-z][a-z0-9]*[\s>/]|\/[a-z]|!--)|^(?: {4}|\t)/iu.test(line);
}

function startsWithBlockTag(line: string): boolean {
  const name = /^\s*<\/?([a-z][a-z0-9]*)[\s>/]/iu.exec(line)?.[1];
  return (name !== undefined && isBlockTag(name.toLowerCase())) || /^\s*<!--/u.test(line);
}

function endsWithBlockTag(line: string): boolean {
  const tail = line.slice(-40);
  const name = /<\/([a-z][a-z0-9]*)>\s*$/iu.exec(tail)?.[1] ?? /<(hr)\b[^<>]*>\s*$/iu.exec(tail)?.[1];
  return (name !== undefined && isBlockTag(name.toLowerCase())) || tail.trimEnd().endsWith('-->');
}
