import { createHash } from 'node:crypto';
import type { ArticleInput } from './article-input';

/** SHA-256 (hex) over everything of an article that a reader sees. Equal hashes mean: nothing changed. */
export function hashContent(input: ArticleInput, categorySlug: string | null): string {
  const seen = [
    input.title,
    input.digest,
    input.bodyHtml,
    input.sourceName,
    input.sourceUrl,
    input.publishedAt.toISOString(),
    input.zoneOffset,
    input.language,
    categorySlug,
    input.tags,
  ];
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex');
}
