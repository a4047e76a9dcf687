import type { SourceFile } from '@/lib/importing/imported-post';
import type { ParseContext } from '@/lib/importing/parse-context';
import { parseFile, type ParsedItem } from '@/lib/importing/parse-file';

/** What becomes of a file that holds one post. */
export function parseOne(file: SourceFile, context: ParseContext): ParsedItem {
  const [only, ...others] = parseFile(file, context);
  if (!only || others.length > 0) throw new Error(`${others.length + 1} posts in ${file.path}`);
  return only;
}
