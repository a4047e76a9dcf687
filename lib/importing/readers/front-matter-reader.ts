import { listSplitNotes, noteRepair, readFrontMatter, type ReadPost } from './front-matter';
import { isRecord, lowerKeys, mapFrontMatter } from './front-matter-fields';
import { repairJson, repairToml, type RepairedFields } from './front-matter-repair';
import { replaceShortcodes } from './front-matter-shortcodes';
import { parseJson } from './json-scan';
import { parseToml } from './parse-toml';
import type { BodyFormat, FormatReader, RawEntry, ReadOptions } from './raw-post';
import { splitFrontMatter, type SplitPost } from './split-front-matter';
import { splitJsonFrontMatter } from './split-front-matter-json';
import { splitTomlFrontMatter } from './split-front-matter-toml';

/** Posts of Jekyll, Hugo, Hexo and Zola: front matter in YAML, TOML or JSON and then a body. Code is never run. */
export const frontMatterReader: FormatReader = { format: 'front-matter', recognise, read };

function recognise(text: string): boolean {
  if (splitTomlFrontMatter(text) ?? splitJsonFrontMatter(text)) return true;
  // Only a block that holds fields counts, and that shows when it is read.
  return splitFrontMatter(text).frontMatter !== null && readFrontMatter(text).hasFrontMatter;
}

function* read(text: string, path: string, options: ReadOptions): Generator<RawEntry> {
  const { bodyFormat, ...found } = readAnyFrontMatter(text, options);
  if (found.broken) yield { kind: 'rejected', path, note: found.broken };
  else {
    const { body, notes, restore } = found;
    const fields = mapFrontMatter(found.fields);
    const post = { path, fields, bodyFormat, line: 1, notes };
    if (restore !== undefined) yield { kind: 'post', post: { ...post, body, restore } };
    else yield { kind: 'post', post: { ...post, body: replaceShortcodes(body) } };
  }
}

function readAnyFrontMatter(text: string, options: ReadOptions): ReadPost & { bodyFormat: BodyFormat } {
  const toml = splitTomlFrontMatter(text);
  if (toml) return { ...readToml(toml, options), bodyFormat: 'markdown' };
  const json = splitJsonFrontMatter(text);
  if (json) return { ...readJson(json, options), bodyFormat: 'markdown' };
  return { ...readFrontMatter(text, options), bodyFormat: 'jekyll' };
}

function readToml(split: SplitPost, options: ReadOptions): ReadPost {
  const lines = split.frontMatter ?? [];
  const parsed = parseToml(lines.join('\n'));
  if (parsed.ok) return buildPost(split, parsed.value);
  const repaired = repairToml(lines);
  const brokenLine = Math.max(parsed.line, repaired.brokenLine);
  return buildRepaired(split, { ...repaired, brokenLine }, 'toml', options);
}

function readJson(split: SplitPost, options: ReadOptions): ReadPost {
  const lines = split.frontMatter ?? [];
  const source = lines.join('\n').trim();
  // Hexo leaves the braces out.
  const parsed = parseJson(source.startsWith('{') ? source : `{${source.replace(/,$/, '')}}`);
  if (isRecord(parsed)) return buildPost(split, parsed);
  return buildRepaired(split, repairJson(lines), 'json', options);
}

function buildPost(split: SplitPost, fields: object): ReadPost {
  return { fields: lowerKeys(fields), body: split.body, hasFrontMatter: true, notes: listSplitNotes(split) };
}

function buildRepaired(
  split: SplitPost,
  { fields, brokenLine }: RepairedFields,
  reason: 'toml' | 'json',
  options: ReadOptions,
): ReadPost {
  return { ...buildPost(split, fields), ...noteRepair(split, brokenLine, reason, options) };
}
