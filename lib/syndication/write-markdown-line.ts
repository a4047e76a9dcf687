import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { escapeLineStart, escapeMarkdown, writeMarkdownAddress } from './escape-markdown';

/** Where a line is broken; becomes a backslash at the end of a line. */
const lineBreak = '\u0000';

/** Inline content as the lines of one paragraph. Blocks inside are read as their text. */
export function writeMarkdownLine(nodes: readonly ChildNode[]): string {
  const lines = foldSpace(writeInline(nodes))
    .split(lineBreak)
    .map((line) => escapeLineStart(line.trim()));
  while (lines.at(-1) === '') lines.pop();
  return lines.join('\\\n').replace(/^(?:\\\n)+/, '');
}

/** The same on one line, for headings and the cells of tables. */
export function writeMarkdownCell(nodes: readonly ChildNode[]): string {
  return foldSpace(writeInline(nodes).replaceAll(lineBreak, ' ')).trim();
}

function writeInline(nodes: readonly ChildNode[]): string {
  return nodes
    .map((node) => (isText(node) ? escapeMarkdown(node.data) : isTag(node) ? writeElement(node) : ''))
    .join('');
}

function foldSpace(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, ' ');
}

function writeElement(element: Element): string {
  switch (element.name) {
    case 'br':
      return lineBreak;
    case 'strong':
    case 'b':
      return mark(element, '**');
    case 'em':
    case 'i':
      return mark(element, '*');
    case 'del':
    case 's':
      return mark(element, '~~');
    case 'code':
    case 'kbd':
    case 'samp':
      return writeCode(readRawText(element));
    case 'a':
      return writeLink(element);
    case 'img':
      return writePicture(element);
    case 'q':
      return `“${writeInline(element.children)}”`;
    case 'rp':
      return '';
    case 'rt':
      return `（${writeInline(element.children)}）`;
    default:
      return writeInline(element.children);
  }
}

/** White space at the edges stands outside: inside it would make the marks text. */
function mark(element: Element, sign: string): string {
  const inner = writeInline(element.children);
  const text = inner.trim();
  if (text === '' || text.includes(lineBreak)) return inner;
  const lead = inner.length - inner.trimStart().length > 0 ? ' ' : '';
  const trail = inner.length - inner.trimEnd().length > 0 ? ' ' : '';
  return `${lead}${sign}${text}${sign}${trail}`;
}

function writeLink({ attribs, children }: Element): string {
  const text = writeInline(children).replaceAll(lineBreak, ' ');
  return attribs['href'] === undefined || text.trim() === ''
    ? text
    : `[${text.trim()}](${writeMarkdownAddress(attribs['href'])})`;
}

function writePicture({ attribs }: Element): string {
  return `![${escapeMarkdown(attribs['alt'] ?? '')}](${writeMarkdownAddress(attribs['src'] ?? '')})`;
}

/** Between more backticks than the code holds in a row; a space keeps one at the edge apart. */
function writeCode(code: string): string {
  const line = foldSpace(code).trim();
  if (line === '') return '';
  const fence = '`'.repeat(measureBackticks(line) + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return fence + space + line + space + fence;
}

/** Length of the longest run of backticks. */
export function measureBackticks(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

/** Text as it stands in the source, nothing escaped. */
export function readRawText(element: Element): string {
  return element.children
    .map((node) =>
      isText(node) ? node.data : isTag(node) ? (node.name === 'br' ? '\n' : readRawText(node)) : '',
    )
    .join('');
}
