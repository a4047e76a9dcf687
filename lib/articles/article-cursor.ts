import { AppError } from '@/lib/errors/app-error';

/** The last row of a list page; the next page begins below it. */
export interface ArticleCursor {
  publishedAt: Date;
  id: number;
}

/** `?before=` value: milliseconds since 1970 and the row id, both in base 36. */
export function buildCursor(cursor: ArticleCursor): string {
  return `${cursor.publishedAt.getTime().toString(36)}.${cursor.id.toString(36)}`;
}

/** Reads a `?before=` value. Throws `cursor-invalid` (400) on anything that `buildCursor` did not make. */
export function parseCursor(value: string): ArticleCursor {
  const match = /^(-?[0-9a-z]{1,11})\.([0-9a-z]{1,7})$/.exec(value);
  const time = Number.parseInt(match?.[1] ?? '', 36);
  const id = Number.parseInt(match?.[2] ?? '', 36);
  const publishedAt = new Date(time);
  if (Number.isNaN(publishedAt.getTime()) || !Number.isSafeInteger(id) || id > 2_147_483_647) {
    throw new AppError('cursor-invalid', {}, 400);
  }
  return { publishedAt, id };
}
