import { type ChildNode, type Document, isTag, isText } from 'domhandler';
import { Parser } from 'htmlparser2';
import type { SafeHtml } from '@/lib/articles/safe-html';
import { isBlockTag } from './dom';

/** Scripts that are written without spaces between words, and their full-width marks. */
const spaceless = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u3000-\\u303F\\uFF00-\\uFFEF“”‘’…—]';
const lineEndBetween = new RegExp(`(?<=${spaceless})\\n(?=${spaceless})`, 'gu');

/**
 * What a body says, for search, previews and the guessing of titles: paragraphs, list items, lines and table rows
 * separated by `\n`, cells by a space, entities decoded, no markup. Line ends inside Chinese and Japanese text vanish,
 * elsewhere they are spaces; `<pre>` keeps its lines.
 */
export function buildPlainText(html: SafeHtml): string {
  const writer: TextWriter = { lines: [], parts: [], endsWithSpace: true, preDepth: 0 };
  const parser = new Parser({
    onopentagname: (name) => takeTag(writer, name, 1),
    onclosetag: (name) => takeTag(writer, name, -1),
    ontext: (text) => writeText(writer, text),
  });
  parser.end(html);
  endLine(writer);
  return writer.lines.join('\n');
}

/** `buildPlainText` of a tree that was written as this HTML: saves reading it again. */
export function readPlainText(root: Document): string {
  const writer: TextWriter = { lines: [], parts: [], endsWithSpace: true, preDepth: 0 };
  walk(writer, root.children);
  endLine(writer);
  return writer.lines.join('\n');
}

function walk(writer: TextWriter, nodes: readonly ChildNode[]): void {
  for (const node of nodes) {
    if (isText(node)) writeText(writer, node.data);
    else if (isTag(node)) {
      takeTag(writer, node.name, 1);
      walk(writer, node.children);
      takeTag(writer, node.name, -1);
    }
  }
}

interface TextWriter {
  lines: string[];
  /** Pieces of the line that is being written. */
  parts: string[];
  endsWithSpace: boolean;
  preDepth: number;
}

function takeTag(writer: TextWriter, name: string, depth: 1 | -1): void {
  if (name === 'td' || name === 'th') writeText(writer, ' ');
  else if (name === 'br' || isBlockTag(name)) endLine(writer);
  if (name === 'pre') writer.preDepth += depth;
}

function endLine(writer: TextWriter): void {
  const line = writer.parts.join('').replace(lineEndBetween, '').trim();
  if (line !== '') writer.lines.push(writer.preDepth > 0 ? line : line.replaceAll('\n', ' '));
  writer.parts = [];
  writer.endsWithSpace = true;
}

function writeText(writer: TextWriter, text: string): void {
  const folded = writer.preDepth > 0 ? text : text.replace(/[\s\u00A0]+/gu, foldSpace);
  const piece = writer.endsWithSpace && writer.preDepth === 0 ? folded.replace(/^[ \n]/u, '') : folded;
  if (piece === '') return;
  writer.parts.push(piece);
  writer.endsWithSpace = /[ \n]$/u.test(piece.slice(-1));
}

/** A line end is kept until the characters on both its sides are known. */
function foldSpace(space: string): string {
  return space.includes('\n') ? '\n' : ' ';
}

/**
 * The beginning of a text for descriptions: whole sentences where at least a third of the room is used, else cut at
 * a space or between characters, with `…`.
 * @param maxChars code points at most, the `…` included.
 */
export function buildExcerpt(text: string, maxChars: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const chars = Array.from(line.slice(0, maxChars * 2 + 2));
  if (chars.length <= maxChars) return line;
  const room = chars.slice(0, maxChars).join('');
  const sentences = /^.*(?:[。！？!?][”’」』）)]*|\.(?=\s))/su.exec(room)?.[0];
  if (sentences !== undefined && sentences.length * 3 >= room.length) return sentences;
  const cut = chars.slice(0, maxChars - 1).join('');
  return `${cut.replace(/\s+[A-Za-z0-9'-]*$/u, '').trimEnd()}…`;
}
