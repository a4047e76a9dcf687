import { type ArticleCursor, buildCursor, parseCursor } from '@/lib/articles/article-cursor';
import { AppError } from '@/lib/errors/app-error';

/** The last result of a page: within its group of the order "best" the next page begins below it. */
export interface SearchCursor extends ArticleCursor {
  group: number;
}

/** `?before=` value: the group, and the cursor of lists. */
export function buildSearchCursor(cursor: SearchCursor): string {
  return `${cursor.group}.${buildCursor(cursor)}`;
}

/** Reads a `?before=` value. Throws `cursor-invalid` (400) on anything that `buildSearchCursor` did not make. */
export function parseSearchCursor(value: string): SearchCursor {
  const match = /^([0-2])\.(.+)$/.exec(value);
  if (!match) throw new AppError('cursor-invalid', {}, 400);
  return { group: Number(match[1]), ...parseCursor(match[2] ?? '') };
}
