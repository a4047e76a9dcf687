import { parseYaml } from '../readers/parse-yaml';

/** `brokenLine` is the first line that YAML refused, from 1 within the front matter. */
export interface RepairedFrontMatter {
  fields: Record<string, unknown>;
  brokenLine: number;
}

/** More lines than any front matter has; each field costs a run of the parser. */
const maxLines = 2000;

interface Field {
  key: string;
  line: number;
  lines: string[];
}

const keyLine = /^([\p{L}_][\p{L}\p{N}_.-]*)[ \t]*:(?:[ \t]+(.*))?$/u;

/**
 * Reads front matter that YAML refuses, field by field: good fields are still read as YAML, and of the others the
 * value is taken as a person would read it. Raw quotes inside quotes, unquoted colons, tabs, unclosed quotes.
 */
export function repairFrontMatter(lines: readonly string[]): RepairedFrontMatter {
  const fields: Record<string, unknown> = { __proto__: null };
  let brokenLine = 0;
  for (const field of splitFields(lines.slice(0, maxLines))) {
    const parsed = parseYaml(field.lines.join('\n'));
    if (parsed.ok && isRecord(parsed.value)) {
      fields[field.key] = parsed.value[field.key] ?? null;
      continue;
    }
    brokenLine ||= field.line + (parsed.ok ? 0 : parsed.line - 1);
    fields[field.key] = readBrokenField(field);
  }
  return { fields, brokenLine: brokenLine || 1 };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** A field begins at a line `key: …` at the margin; everything up to the next such line belongs to it. */
function splitFields(lines: readonly string[]): Field[] {
  const fields: Field[] = [];
  lines.forEach((line, index) => {
    const key = keyLine.exec(line)?.[1];
    if (key) fields.push({ key, line: index + 1, lines: [line] });
    else fields.at(-1)?.lines.push(line);
  });
  return fields;
}

function readBrokenField({ lines }: Field): string | string[] {
  const first = keyLine.exec(lines[0] ?? '')?.[2]?.trim() ?? '';
  const rest = lines.slice(1);
  const items = rest.map((line) => /^\s*- (.*)$/.exec(line)?.[1]).filter((item) => item !== undefined);
  if (first === '' && items.length > 0) return items.map(cleanValue);
  const list = /^\[(.*)$/.exec(first)?.[1];
  if (list !== undefined) return list.replace(/\]$/, '').split(',').map(cleanValue).filter(Boolean);
  const continued = /^["']/.test(first)
    ? takeQuoted(first, rest)
    : rest.filter((line) => /^\s+[^\s-]/.test(line));
  return cleanValue([first.replace(/^[|>][+-]?$/, ''), ...continued].map((line) => line.trim()).join(' '));
}

/** The lines up to the one that closes the quote; none when the value is closed on its own line, or never. */
function takeQuoted(first: string, rest: readonly string[]): readonly string[] {
  const quote = first.slice(0, 1);
  if (first.length > 1 && first.endsWith(quote)) return [];
  const end = rest.findIndex((line) => line.trimEnd().endsWith(quote));
  return rest.slice(0, end + 1);
}

/** Takes the outer quotes off, but not from `"A" and "B"`, where they belong to the words. */
function cleanValue(raw: string): string {
  const value = raw.trim();
  const quote = value[0];
  if (quote !== '"' && quote !== "'") return value;
  const inner = value.slice(1);
  if (!inner.includes(quote)) return inner;
  if (!value.endsWith(quote)) return value;
  const unquoted = inner.slice(0, -1);
  if (isQuotedAtBothEnds(unquoted, quote)) return value;
  return quote === '"' ? unquoted.replace(/\\(["\\])/g, '$1') : unquoted.replaceAll("''", "'");
}

/** In `A" and "B` the first quote closes a word and the last one opens one. */
function isQuotedAtBothEnds(inner: string, quote: string): boolean {
  const first = inner.indexOf(quote);
  const last = inner.lastIndexOf(quote);
  return (
    last > first && /\S/.test(inner[first - 1] ?? ' ') && inner[first + 1] === ' ' && inner[last - 1] === ' '
  );
}
