import { Prisma } from '@/lib/db/generated/client';
import { getDb } from '@/lib/db/prisma-client';
import { foldCategoryName } from '@/lib/articles/fold-category';
import { z } from 'zod';
import { importOutcomes } from '../import-report';
import { countImportNotes } from '../import-store';
import { isExcluded, itemsWithChoices } from '../report-items';

const countRow = z.object({ name: z.string().nullable(), count: z.int() });
type Count = z.infer<typeof countRow>;

/** A category as an import's posts name it, all spellings together. */
export interface CategoryFacet {
  /** The name folded: the key of `ImportOptions.categories`. */
  key: string;
  names: { name: string; count: number }[];
  count: number;
  /** The category of the portal with that name. */
  existing: { slug: string; name: string } | null;
}

/** What an import's items are, counted; what the editor left out is counted as skipped. */
export interface ImportFacets {
  outcomes: Count[];
  notes: { code: string; count: number }[];
  categories: CategoryFacet[];
  withoutCategory: number;
  /** Character sets that were guessed. */
  charsets: Count[];
  formats: (Count & { first: number })[];
  /** All categories of the portal, for a choice. */
  existingCategories: { slug: string; name: string }[];
}

/** Counts an import's items for the filters and the settings of a preview: one query each. */
export async function getImportFacets(importId: string): Promise<ImportFacets> {
  const [outcomes, notes, categories, charsets, formats, existingCategories] = await Promise.all([
    countOutcomes(importId),
    countImportNotes(importId),
    countBy(importId, Prisma.sql`category`, Prisma.sql`slug IS NOT NULL`),
    countBy(importId, Prisma.sql`charset`, Prisma.sql`charset IS NOT NULL`),
    countFormats(importId),
    getDb().category.findMany({ select: { slug: true, name: true }, orderBy: { name: 'asc' } }),
  ]);
  return {
    outcomes,
    notes,
    categories: groupCategories(categories, existingCategories),
    withoutCategory: categories.find(({ name }) => name === null)?.count ?? 0,
    charsets,
    formats,
    existingCategories,
  };
}

async function countOutcomes(importId: string): Promise<Count[]> {
  const rows = await getDb().$queryRaw`
    SELECT CASE WHEN ${isExcluded} THEN 'skipped' ELSE i.outcome END AS name, count(*)::int AS count
    FROM ${itemsWithChoices} WHERE i.import_id = ${importId} GROUP BY 1`;
  const counts = z.array(countRow).parse(rows);
  return importOutcomes.map((name) => ({ name, count: counts.find((one) => one.name === name)?.count ?? 0 }));
}

async function countBy(importId: string, column: Prisma.Sql, condition: Prisma.Sql): Promise<Count[]> {
  const rows = await getDb().$queryRaw`
    SELECT ${column} AS name, count(*)::int AS count FROM import_items
    WHERE import_id = ${importId} AND ${condition} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 500`;
  return z.array(countRow).parse(rows);
}

const formatRow = countRow.extend({ first: z.int() });

async function countFormats(importId: string): Promise<z.infer<typeof formatRow>[]> {
  const rows = await getDb().$queryRaw`
    SELECT format AS name, count(*)::int AS count, min(position)::int AS first FROM import_items
    WHERE import_id = ${importId} AND format IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`;
  return z.array(formatRow).parse(rows);
}

/** One group for all spellings that fold alike, the largest group first. */
export function groupCategories(
  counts: readonly Count[],
  existing: readonly { slug: string; name: string }[],
): CategoryFacet[] {
  const known = new Map(existing.map((category) => [foldCategoryName(category.name), category]));
  const groups = new Map<string, CategoryFacet>();
  for (const { name, count } of counts) {
    if (name === null) continue;
    const key = foldCategoryName(name);
    const group = groups.get(key) ?? { key, names: [], count: 0, existing: known.get(key) ?? null };
    group.names.push({ name, count });
    group.count += count;
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}
