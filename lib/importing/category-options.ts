import { foldCategoryName, foldCategorySlug } from '@/lib/articles/fold-category';
import type { CategoryAndTags } from './category';
import type { ImportOptions } from './import-options';

/** What the editor decided about categories: merged and renamed ones, and one for posts that state none. */
export function applyCategoryOptions(
  found: CategoryAndTags,
  options: ImportOptions | undefined,
): CategoryAndTags {
  if (!options) return found;
  const stated = found.category;
  const key = stated && foldCategoryName(stated.name ?? stated.slug);
  const chosen =
    stated === null ? options.defaultCategory : key === null ? undefined : options.categories[key];
  if (!chosen) return found;
  return {
    ...found,
    category: { slug: foldCategorySlug(chosen.slug ?? chosen.name), name: chosen.name },
    notes: found.notes.filter(({ code }) => code !== 'category-missing'),
  };
}
