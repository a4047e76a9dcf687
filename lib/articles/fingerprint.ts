import { createHash } from 'node:crypto';
import type { ArticleInput } from './article-input';

/**
 * A number for "the same story": source, title, day and text, whatever case, width and spaces they are written with.
 * Null where that would say nothing: a guessed date or title, or hardly any text.
 */
export function buildFingerprint(input: ArticleInput): bigint | null {
  if (input.guessedFields.length > 0 || input.bodyText.length < 40) return null;
  const day = new Date(input.publishedAt.getTime() + input.zoneOffset * 60_000).toISOString().slice(0, 10);
  const parts = [fold(input.sourceName ?? ''), fold(input.title), day, fold(input.bodyText)];
  return createHash('sha256').update(parts.join('\u0000')).digest().readBigInt64BE();
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
}
