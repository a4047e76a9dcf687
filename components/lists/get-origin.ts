import type { OutletReport } from '@/lib/articles/article';

/** Who brings a story, for the line under its headline: the category, and the source where it is another name. */
export function getOrigin({ category, sourceName }: Pick<OutletReport, 'category' | 'sourceName'>): string {
  const names = [category?.name, sourceName].filter((name) => name != null && name !== '');
  return [...new Set(names)].join(' · ');
}
