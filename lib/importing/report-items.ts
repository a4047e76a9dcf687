import { Prisma } from '@/lib/db/generated/client';
import { getDb } from '@/lib/db/prisma-client';
import { z } from 'zod';
import { importNotes, importOutcomes, type ImportReportItem } from './import-report';

/** Which items of an import are meant; what is absent does not matter. */
export const itemFilter = z.object({
  /** In a preview, what the editor left out counts as `skipped`. */
  outcome: z.enum(importOutcomes).optional(),
  /** Code of a note. */
  warning: z.string().max(60).optional(),
  /** Name of the category, as the report has it. */
  category: z.string().max(200).optional(),
  /** Part of the path or the title, whatever its case. */
  text: z.string().max(200).optional(),
});

export type ItemFilter = z.infer<typeof itemFilter>;

const itemRow = z.object({
  position: z.int(),
  path: z.string(),
  outcome: z.enum(importOutcomes),
  format: z.string().nullable(),
  charset: z.string().nullable(),
  changedFields: z.array(z.string()),
  slug: z.string().nullable(),
  title: z.string().nullable(),
  publishedAt: z.date().nullable(),
  category: z.string().nullable(),
  notes: importNotes,
  excluded: z.boolean(),
});

/** SQL: whether the editor left the item `i` out, given its choice `c`. */
export const isExcluded = Prisma.sql`coalesce((c.choice->>'excluded')::boolean, false)`;
/** SQL: items with the editor's choices. */
export const itemsWithChoices = Prisma.sql`import_items i
  LEFT JOIN import_choices c ON c.import_id = i.import_id AND c.path = i.path`;

/** The items of an import behind a position (-1: from the start), in their order, at most `limit`. */
export async function listReportItems(
  importId: string,
  filter: ItemFilter,
  after: number,
  limit: number,
): Promise<ImportReportItem[]> {
  const rows = await getDb().$queryRaw`
    SELECT i.position, i.path, i.outcome, i.format, i.charset, i.changed_fields AS "changedFields", i.slug, i.title,
      i.published_at AS "publishedAt", i.category, i.warnings AS notes, ${isExcluded} AS excluded
    FROM ${itemsWithChoices}
    WHERE ${matchItems(importId, filter)} AND i.position > ${after}
    ORDER BY i.position LIMIT ${limit}`;
  return z.array(itemRow).parse(rows);
}

/** How many items a filter finds. */
export async function countReportItems(importId: string, filter: ItemFilter): Promise<number> {
  const rows = await getDb().$queryRaw`
    SELECT count(*)::int AS count FROM ${itemsWithChoices} WHERE ${matchItems(importId, filter)}`;
  return z.tuple([z.object({ count: z.int() })]).parse(rows)[0].count;
}

/** What the editor left out of a preview: how many items, and how many of each outcome they would have had. */
export async function countExcluded(
  importId: string,
): Promise<{ excluded: number; excludedByOutcome: Record<string, number> }> {
  const rows = await getDb().$queryRaw`
    SELECT i.outcome, count(*)::int AS count FROM ${itemsWithChoices}
    WHERE i.import_id = ${importId} AND ${isExcluded} GROUP BY 1`;
  const counts = z.array(z.object({ outcome: z.string(), count: z.int() })).parse(rows);
  return {
    excluded: counts.reduce((sum, { count }) => sum + count, 0),
    excludedByOutcome: Object.fromEntries(counts.map(({ outcome, count }) => [outcome, count])),
  };
}

/** SQL condition on items `i` and choices `c`. */
export function matchItems(importId: string, filter: ItemFilter): Prisma.Sql {
  const { outcome, warning, category, text } = filter;
  const conditions = [Prisma.sql`i.import_id = ${importId}`];
  if (outcome === 'skipped') conditions.push(Prisma.sql`(i.outcome = 'skipped' OR ${isExcluded})`);
  // In the index as it stands: what was left out is a handful.
  else if (outcome !== undefined) conditions.push(Prisma.sql`i.outcome = ${outcome} AND NOT ${isExcluded}`);
  if (warning !== undefined)
    conditions.push(Prisma.sql`i.warnings @> ${JSON.stringify([{ code: warning }])}::jsonb`);
  if (category !== undefined) conditions.push(Prisma.sql`i.category = ${category}`);
  if (text !== undefined && text !== '') {
    const pattern = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    conditions.push(Prisma.sql`(i.path ILIKE ${pattern} OR i.title ILIKE ${pattern})`);
  }
  return Prisma.join(conditions, ' AND ');
}
