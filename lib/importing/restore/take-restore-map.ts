import type { SplitPost } from '../readers/split-front-matter';

const start = 'finews: {';

/**
 * Takes the line `finews: {…}` of an exported post out of its front matter. It is YAML, too, but may hold a whole
 * history: JSON is read without a limit and a hundred times as fast. The other lines keep their numbers.
 */
export function takeRestoreMap(split: SplitPost): SplitPost {
  const lines = split.frontMatter ?? [];
  const at = split.isClosed ? lines.findIndex((line) => line.startsWith(start)) : -1;
  const line = lines[at];
  if (line === undefined) return split;
  return { ...split, frontMatter: lines.with(at, ''), restore: line.slice(start.length - 1) };
}
