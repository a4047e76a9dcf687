import type { ArticleSummary } from '@/lib/articles/article';

/**
 * One row for each story: what a row above already lists among its other outlets gets no row of its own. Keeps the
 * order; nothing is lost, as every story is a row or in a row's list.
 */
export function collapseStories<Story extends ArticleSummary>(items: readonly Story[]): Story[] {
  const told = new Set<string>();
  return items.filter((story) => {
    if (told.has(story.slug)) return false;
    for (const { slug } of story.others ?? []) told.add(slug);
    return true;
  });
}
