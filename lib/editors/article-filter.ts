import { z } from 'zod';
import type { EditorArticleFilter } from '@/lib/articles/article-admin-store';

export const articleStatuses = ['published', 'draft', 'scheduled', 'withdrawn', 'deleted'] as const;

/** What the list of articles can be filtered by; a value that makes no sense counts as not given. */
const filterSchema = z.object({
  search: z.string().trim().min(1).max(200).optional().catch(undefined),
  status: z.enum(articleStatuses).optional().catch(undefined),
  category: z.string().min(1).max(200).optional().catch(undefined),
  before: z.string().min(1).max(100).optional().catch(undefined),
});

/** The filter in the query of `/admin/articles`. */
export function parseArticleFilter(query: unknown): EditorArticleFilter {
  return filterSchema.parse(query);
}

/** Address of the list with a filter. */
export function buildArticleListPath(filter: EditorArticleFilter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value));
  return `/admin/articles?${query.toString()}`;
}
