import { getDb } from '@/lib/db/prisma-client';
import type { ArticleSummary } from './article';
import { published, summaryFields, toSummary } from './article-rows';

/** An article of a list of results, with the text that a piece of is shown. */
export interface FoundArticle extends ArticleSummary {
  bodyText: string;
}

/** The published ones among some articles, by id: whatever a search found, readers see nothing else. */
export async function findPublishedByIds(ids: readonly number[]): Promise<Map<number, FoundArticle>> {
  if (ids.length === 0) return new Map();
  const rows = await getDb().article.findMany({
    where: { id: { in: [...ids] }, ...published },
    select: { ...summaryFields, bodyText: true },
  });
  return new Map(rows.map((row) => [row.id, { ...toSummary(row), bodyText: row.bodyText }]));
}
