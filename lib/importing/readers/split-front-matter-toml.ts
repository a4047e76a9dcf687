import type { SplitPost } from './split-front-matter';

const fence = /^\+\+\+[ \t]*$/;
const fieldLine = /^(?:[\w"'.-]+[ \t]*=|[ \t]*[#\][{}"']|[ \t]+\S|[ \t]*$)/;

/** Cuts TOML front matter between `+++` off; without a closing line it ends where lines stop looking like fields. */
export function splitTomlFrontMatter(text: string): SplitPost | undefined {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.trim() !== '');
  if (start < 0 || !fence.test(lines[start] ?? '')) return undefined;
  const closed = lines.findIndex((line, index) => index > start && fence.test(line));
  const isClosed = closed > 0;
  const end = isClosed ? closed : findEndOfFields(lines, start + 1);
  const frontMatter = lines.slice(start + 1, end);
  const isTable = frontMatter.every((line) => line.trim() === '') || frontMatter.some((line) => /=|^\s*\[/.test(line)); // prettier-ignore
  if (!isTable || (!isClosed && frontMatter.length === 0)) return undefined;
  return {
    frontMatter,
    firstLine: start + 2,
    isClosed,
    body: lines.slice(isClosed ? end + 1 : end).join('\n'),
  };
}

function findEndOfFields(lines: readonly string[], start: number): number {
  let index = start;
  while (index < lines.length && fieldLine.test(lines[index] ?? '')) index += 1;
  while (index > start && lines[index - 1]?.trim() === '') index -= 1;
  return index;
}
