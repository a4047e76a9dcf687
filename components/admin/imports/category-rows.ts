import type { ImportOptions } from '@/lib/importing/import-options';
import type { Facets } from './import-answers';

/** A category that posts state, and where the editor sends it (empty: it stays). */
export interface CategoryRow {
  key: string;
  label: string;
  /** Null for one that is sent elsewhere already: its posts are counted there. */
  count: number | null;
  exists: boolean;
  chosen: string;
}

/** What was found, and what was sent elsewhere by an earlier choice and is therefore no longer found. */
export function listCategoryRows(
  { categories }: Pick<Facets, 'categories'>,
  draft: Pick<ImportOptions, 'categories'>,
): CategoryRow[] {
  const found = categories.map(({ key, names, count, existing }): CategoryRow => ({
    key,
    label: names.map(({ name }) => name).join(' / '),
    count,
    exists: existing !== null,
    chosen: draft.categories[key]?.name ?? '',
  }));
  const known = new Set(found.map(({ key }) => key));
  const sent = Object.entries(draft.categories)
    .filter(([key]) => !known.has(key))
    .map(([key, { name }]): CategoryRow => ({ key, label: key, count: null, exists: true, chosen: name }));
  return [...sent, ...found];
}
