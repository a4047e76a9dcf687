import type { ImportNote } from '../import-note';
import { repairFrontMatter } from '../repair/repair-front-matter';
import { takeRestoreMap } from '../restore/take-restore-map';
import { isRecord, lowerKeys } from './front-matter-fields';
import { type ParsedYaml, parseYaml } from './parse-yaml';
import type { ReadOptions } from './raw-post';
import { splitAtProse, splitFrontMatter, type SplitPost } from './split-front-matter';

/**
 * `hasFrontMatter` is false when the file has none at all; `fields` have lower-case keys and are not checked yet.
 * `broken` says why it could not be read, when repairing it is switched off.
 */
export interface ReadPost {
  fields: Record<string, unknown>;
  body: string;
  hasFrontMatter: boolean;
  notes: ImportNote[];
  broken?: ImportNote;
  /** The map `finews` of an exported post, as JSON. */
  restore?: string;
}

/** Reads YAML front matter and body of a post. Line ends must be `\n`. Never throws; what was mended stands in `notes`. */
export function readFrontMatter(text: string, options: ReadOptions = {}): ReadPost {
  // Who recognises a format reads it, and then it is read for good: once is enough.
  const isRepairOff = options.withoutRepairs?.has('front-matter-repaired') === true;
  if (last?.text !== text || last.isRepairOff !== isRepairOff)
    last = { text, isRepairOff, read: readAnew(text, options) };
  return { ...last.read, notes: [...last.read.notes] };
}

let last: { text: string; isRepairOff: boolean; read: ReadPost } | undefined;

function readAnew(text: string, options: ReadOptions): ReadPost {
  const split = takeRestoreMap(splitFrontMatter(text));
  if (!split.frontMatter) return withoutFrontMatter(text);
  const parsed = parseYaml(split.frontMatter.join('\n'));
  const atProse = parsed.ok || !split.isClosed ? undefined : splitAtProse(text);
  return atProse
    ? readFields(text, atProse, parseYaml(atProse.frontMatter?.join('\n') ?? ''), options)
    : readFields(text, split, parsed, options);
}

function readFields(text: string, split: SplitPost, parsed: ParsedYaml, options: ReadOptions): ReadPost {
  const lines = split.frontMatter ?? [];
  if (!split.isClosed && lines.length === 0) return withoutFrontMatter(text);
  const { body, restore } = split;
  const notes = listSplitNotes(split);
  const read = { body, hasFrontMatter: true, notes, ...(restore !== undefined && { restore }) };
  // An empty block is null.
  if (parsed.ok && (parsed.value === null || isRecord(parsed.value)))
    return { ...read, fields: lowerKeys(parsed.value ?? {}) };
  const repaired = repairFrontMatter(lines);
  if (Object.keys(repaired.fields).length === 0) return withoutFrontMatter(text);
  const brokenLine = parsed.ok ? repaired.brokenLine : Math.max(parsed.line, repaired.brokenLine);
  return { ...read, fields: lowerKeys(repaired.fields), ...noteRepair(split, brokenLine, 'yaml', options) };
}

/** What is said about a block that had to be mended: the repair, or that it is broken where mending is switched off. */
export function noteRepair(
  split: SplitPost,
  brokenLine: number,
  reason: 'yaml' | 'toml' | 'json',
  { withoutRepairs }: ReadOptions,
): { notes: ImportNote[]; broken?: ImportNote } {
  const line = split.firstLine - 1 + brokenLine;
  if (withoutRepairs?.has('front-matter-repaired'))
    return { notes: [], broken: { code: 'front-matter-broken', params: { reason }, line } };
  return { notes: [{ code: 'front-matter-repaired', line }, ...listSplitNotes(split)] };
}

/** What is said about where the block ends. */
export function listSplitNotes({ isClosed, firstLine }: SplitPost): ImportNote[] {
  return isClosed ? [] : [{ code: 'front-matter-unclosed', line: firstLine }];
}

function withoutFrontMatter(text: string): ReadPost {
  return { fields: {}, body: text, hasFrontMatter: false, notes: [{ code: 'front-matter-missing' }] };
}
