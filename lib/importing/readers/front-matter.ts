import type { ImportNote } from '../import-note';
import { repairFrontMatter } from '../repair/repair-front-matter';
import { type ParsedYaml, parseYaml } from './parse-yaml';
import { splitAtProse, splitFrontMatter, type SplitPost } from './split-front-matter';

/** `hasFrontMatter` is false when the file has none at all; `fields` have lower-case keys and are not checked yet. */
export interface ReadPost {
  fields: Record<string, unknown>;
  body: string;
  hasFrontMatter: boolean;
  notes: ImportNote[];
}

/** Reads front matter and body of a post. Line ends must be `\n`. Never throws; what was mended stands in `notes`. */
export function readFrontMatter(text: string): ReadPost {
  const split = splitFrontMatter(text);
  if (!split.frontMatter) return withoutFrontMatter(text);
  const parsed = parseYaml(split.frontMatter.join('\n'));
  const atProse = parsed.ok || !split.isClosed ? undefined : splitAtProse(text);
  return atProse
    ? readFields(text, atProse, parseYaml(atProse.frontMatter?.join('\n') ?? ''))
    : readFields(text, split, parsed);
}

function readFields(text: string, split: SplitPost, parsed: ParsedYaml): ReadPost {
  const lines = split.frontMatter ?? [];
  if (!split.isClosed && lines.length === 0) return withoutFrontMatter(text);
  const notes: ImportNote[] = split.isClosed
    ? []
    : [{ code: 'front-matter-unclosed', line: split.firstLine }];
  if (parsed.ok && isFields(parsed.value)) {
    return { fields: lowerKeys(parsed.value ?? {}), body: split.body, hasFrontMatter: true, notes };
  }
  const repaired = repairFrontMatter(lines);
  if (Object.keys(repaired.fields).length === 0) return withoutFrontMatter(text);
  const brokenLine = parsed.ok ? repaired.brokenLine : Math.max(parsed.line, repaired.brokenLine);
  notes.unshift({ code: 'front-matter-repaired', line: split.firstLine - 1 + brokenLine });
  return { fields: lowerKeys(repaired.fields), body: split.body, hasFrontMatter: true, notes };
}

function withoutFrontMatter(text: string): ReadPost {
  return { fields: {}, body: text, hasFrontMatter: false, notes: [{ code: 'front-matter-missing' }] };
}

/** An empty block is null. */
function isFields(value: unknown): value is Record<string, unknown> | null {
  return value === null || (typeof value === 'object' && !Array.isArray(value));
}

/** `Title:` is `title:`. The result has no prototype, so no key of a file can reach one. */
function lowerKeys(fields: object): Record<string, unknown> {
  const lowered: Record<string, unknown> = { __proto__: null };
  for (const [key, value] of Object.entries(fields)) lowered[key.toLowerCase()] ??= value;
  return lowered;
}
