import { getChineseScript } from './chinese-script';
import type { ScriptConverter } from './script-converter';

const voidTags = new Set(['br', 'hr', 'img', 'wbr']);
/** Written for machines or to the letter: what stands in them is not language. */
const verbatim = new Set(['code', 'pre', 'kbd', 'samp', 'var', 'script', 'style', 'svg', 'math']);
/** A word may go on over these, so that 以<b>后</b> is read as 以后; over any other tag it may not. */
const inline = new Set(
  'a abbr b bdi cite data del em i ins mark q s small span strong sub sup time u wbr'.split(' '),
);

/**
 * Rewrites the text of sanitised HTML: text between tags, and what `alt` and `title` say. Tags, addresses, code and
 * passages marked as another language than Chinese stay as they are. `html` must be well-formed as our sanitiser
 * writes it, with every `<` and `>` in text and attributes escaped. Linear.
 */
export function convertHtml(html: string, convert: ScriptConverter): string {
  const parts = html.match(/<[^>]*>|[^<]+/g) ?? [];
  const open: OpenTag[] = [];
  let run: number[] = [];
  const runs = [run];
  for (const [index, part] of parts.entries()) {
    const isKept = open.at(-1)?.isKept === true;
    const [, slash, name] = /^<(\/?)([a-z][a-z0-9]*)/.exec(part) ?? [];
    if (name === undefined) {
      if (!isKept) run.push(index);
      continue;
    }
    const opensKept = slash === '' && (isKept || verbatim.has(name) || isForeign(part));
    if (opensKept || !inline.has(name)) runs.push((run = []));
    if (slash === '/') closeTag(open, name);
    else {
      if (!opensKept) parts[index] = convertAttributes(part, convert);
      if (!voidTags.has(name)) open.push({ name, isKept: opensKept });
    }
  }
  for (const each of runs) convertRun(parts, each, convert);
  return parts.join('');
}

interface OpenTag {
  name: string;
  isKept: boolean;
}

function closeTag(open: OpenTag[], name: string): void {
  const at = open.findLastIndex((each) => each.name === name);
  if (at >= 0) open.length = at;
}

function isForeign(tag: string): boolean {
  const language = / lang="([^"]*)"/.exec(tag)?.[1];
  return language !== undefined && getChineseScript(language) === undefined;
}

function convertAttributes(tag: string, convert: ScriptConverter): string {
  return tag.replace(
    / (alt|title)="([^"]*)"/g,
    (_, name: string, value: string) => ` ${name}="${convert(value)}"`,
  );
}

/** Converts the texts of one run as the one text they are to a reader, and puts each back into its place. */
function convertRun(parts: string[], run: number[], convert: ScriptConverter): void {
  const before = run.map((index) => parts[index] ?? '');
  const whole = convert(before.join(''));
  const isAligned = whole.length === before.reduce((sum, text) => sum + text.length, 0);
  let at = 0;
  for (const [turn, index] of run.entries()) {
    const text = before[turn] ?? '';
    // A few rare characters change their length: then each text for itself.
    parts[index] = isAligned ? whole.slice(at, at + text.length) : convert(text);
    at += text.length;
  }
}
