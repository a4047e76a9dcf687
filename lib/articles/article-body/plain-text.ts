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
  const writer = { lines: [''], preDepth: 0 };
  const parser = new Parser({
    onopentagname: (name) => openTag(writer, name),
    onclosetag: (name) => closeTag(writer, name),
    ontext: (text) => writeText(writer, text),
  });
  parser.end(html);
  return writer.lines.map((line) => line.trim()).filter(Boolean).join('\n');
}

interface TextWriter {
  lines: string[];
  preDepth: number;
}

const cells = new Set(['td', 'th']);

function openTag(writer: TextWriter, name: string): void {
  if (name === 'pre') writer.preDepth += 1;
  breakLine(writer, name);
}

function closeTag(writer: TextWriter, name: string): void {
  if (name === 'pre') writer.preDepth -= 1;
  breakLine(writer, name);
}

function breakLine(writer: TextWriter, name: string): void {
  if (cells.has(name)) separateCell(writer);
  else if ((name === 'br' || isBlockTag(name)) && writer.lines.at(-1) !== '') writer.lines.push('');
}

function separateCell(writer: TextWriter): void {
  if (!writer.lines.at(-1)?.endsWith(' ')) write(writer, ' ');
}

function writeText(writer: TextWriter, text: string): void {
  if (writer.preDepth > 0) {
    write(writer, text);
    return;
  }
  const joined = text.includes('\n') ? text.replace(lineEndBetween, '') : text;
  const folded = joined.replace(/[\s\u00A0]+/gu, ' ');
  write(writer, writer.lines.at(-1)?.endsWith(' ') ? folded.trimStart() : folded);
}

function write(writer: TextWriter, text: string): void {
  writer.lines[writer.lines.length - 1] += text;
}

/**
 * The beginning of a text for descriptions: whole sentences where at least a third of the room is used, else cut at
 * a space or between characters, with `…`.
 * @param maxChars code points at most, the `…` included.
 */
export function buildExcerpt(text: string, maxChars: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const chars = [...line.slice(0, maxChars * 2 + 2)];
  if (chars.length <= maxChars) return line;
  const room = chars.slice(0, maxChars).join('');
  const sentences = /^.*(?:[。！？!?][”’」』）)]*|\.(?=\s))/su.exec(room)?.[0];
  if (sentences !== undefined && sentences.length * 3 >= room.length) return sentences;
  const cut = chars.slice(0, maxChars - 1).join('');
  return `${cut.replace(/\s+[A-Za-z0-9'-]*$/u, '').trimEnd()}…`;
}
