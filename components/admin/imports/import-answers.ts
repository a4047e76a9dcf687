import { z } from 'zod';
import { importOptions } from '@/lib/importing/import-options';

/** The answers of `/api/imports…`, as far as the editors' pages read them. */

export const outcomes = ['created', 'updated', 'unchanged', 'rejected', 'skipped'] as const;

export type Outcome = (typeof outcomes)[number];

const countsShape = {
  status: z.enum(['queued', 'running', 'paused', 'done', 'failed', 'cancelled', 'undone']),
  requested: z.string().nullish(),
  total: z.number(),
  processed: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
  skipped: z.number(),
  ratePerSecond: z.number().nullish(),
  secondsLeft: z.number().nullish(),
};

const itemSchema = z.object({
  position: z.number(),
  path: z.string(),
  outcome: z.enum(outcomes),
  format: z.string().nullish(),
  charset: z.string().nullish(),
  changedFields: z.array(z.string()).default([]),
  excluded: z.boolean().default(false),
  article: z.string().nullish(),
  title: z.string().nullish(),
  newSlug: z.string().nullish(),
  publishedAt: z.string().nullish(),
  category: z.object({ name: z.string() }).nullish(),
  warnings: z.array(z.object({ code: z.string(), message: z.string(), line: z.number().nullish() })),
});

export const importStartedSchema = z.object({ id: z.string() });

export const importProgressSchema = z.object(countsShape);

export type ImportProgress = z.infer<typeof importProgressSchema>;

const undoResultSchema = z.object({
  removed: z.number(),
  restored: z.number(),
  kept: z.number(),
  keptBecauseChanged: z.array(z.string()),
});

const headShape = {
  ...countsShape,
  id: z.string(),
  dryRun: z.boolean(),
  asDraft: z.boolean().default(false),
  kind: z.string().default('import'),
  parentId: z.string().nullish(),
  /** Of an undo: what it did so far. */
  result: undoResultSchema.nullish().catch(null),
  origin: z.string().nullish(),
  errorCode: z.string().nullish(),
  createdAt: z.string().nullish(),
  startedAt: z.string().nullish(),
  finishedAt: z.string().nullish(),
};

const headSchema = z.object(headShape);
const nextSchema = z.union([z.string(), z.number()]).nullish();

export const importReportSchema = z.object({
  ...headShape,
  items: z.array(itemSchema),
  next: nextSchema,
  noteCounts: z.array(z.object({ code: z.string(), count: z.number() })),
  options: importOptions,
  excluded: z.number(),
  excludedByOutcome: z.record(z.string(), z.number()),
  related: z.array(headSchema),
  hasFiles: z.boolean(),
  matching: z.number().nullish(),
});

export type ImportReport = z.infer<typeof importReportSchema>;
export type ImportReportItem = ImportReport['items'][number];

export const importListSchema = z.object({ items: z.array(headSchema), next: nextSchema });

export type ImportHead = z.infer<typeof headSchema>;

const countSchema = z.object({ name: z.string().nullable(), count: z.number() });

export const facetsSchema = z.object({
  categories: z.array(
    z.object({
      key: z.string(),
      names: z.array(countSchema),
      count: z.number(),
      existing: z.object({ slug: z.string(), name: z.string() }).nullable(),
    }),
  ),
  withoutCategory: z.number(),
  charsets: z.array(countSchema),
  formats: z.array(countSchema.extend({ first: z.number() })),
  existingCategories: z.array(z.object({ slug: z.string(), name: z.string() })),
});

export type Facets = z.infer<typeof facetsSchema>;

const diffPart = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });

const diffParagraph = z.union([
  z.object({ kind: z.literal('gap'), count: z.number() }),
  z.object({ kind: z.enum(['same', 'added', 'removed', 'changed']), parts: z.array(diffPart) }),
]);

export type DiffParagraph = z.infer<typeof diffParagraph>;

const comparisonSchema = z.object({
  article: z.string().nullable(),
  fields: z.array(
    z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  changedFields: z.array(z.string()),
  body: z.object({ paragraphs: z.array(diffParagraph), isCut: z.boolean() }),
});

export type Comparison = z.infer<typeof comparisonSchema>;

export const itemDetailsSchema = z.object({
  path: z.string(),
  warnings: z.array(
    z.object({
      code: z.string(),
      message: z.string(),
      line: z.number().nullable(),
      excerpt: z.array(z.object({ line: z.number(), text: z.string() })),
    }),
  ),
  comparison: comparisonSchema.nullable(),
  repairs: z.array(z.object({ code: z.string(), isOff: z.boolean(), isOffForAll: z.boolean() })),
  charset: z.string().nullable(),
  charsetAlternatives: z.array(z.object({ charset: z.string(), sample: z.string() })),
  original: z.object({ text: z.string(), isWhole: z.boolean() }).nullable(),
  columns: z.array(z.object({ column: z.string(), field: z.string().nullable(), sample: z.string() })),
});

export type ItemDetails = z.infer<typeof itemDetailsSchema>;

export const zoneEffectSchema = z.object({
  timeZone: z.string(),
  sampled: z.number(),
  withoutZone: z.number(),
  examples: z.array(z.object({ path: z.string(), title: z.string(), before: z.string(), after: z.string() })),
});

export const changedSinceSchema = z.object({
  changedSince: z.object({ count: z.number(), slugs: z.array(z.string()) }),
});

/** Whether an import still works or waits to. */
export function isUnfinished({ status }: Pick<ImportProgress, 'status'>): boolean {
  return status === 'queued' || status === 'running';
}
