import type { ArticleSummary } from '@/lib/articles/article';
import { getOrigin } from './get-origin';

/** How many outlets besides its own tell a story; at least one where there is another report. */
export function countOtherOutlets(story: ArticleSummary): number {
  const { others = [] } = story;
  const names = new Set(others.map(getOrigin));
  names.delete(getOrigin(story));
  return Math.max(names.size, Math.min(others.length, 1));
}
