import { z } from 'zod';

/** The answers of `/api/imports…`, as far as the editors' pages read them. */

export const outcomes = ['created', 'updated', 'unchanged', 'rejected'] as const;

export type Outcome = (typeof outcomes)[number];

const countsShape = {
  status: z.enum(['queued', 'running', 'done', 'failed', 'undone']),
  total: z.number(),
  processed: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
};

const itemSchema = z.object({
  path: z.string(),
  outcome: z.enum(outcomes),
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

const headShape = {
  ...countsShape,
  id: z.string(),
  dryRun: z.boolean(),
  origin: z.string().nullish(),
  errorCode: z.string().nullish(),
  createdAt: z.string().nullish(),
  startedAt: z.string().nullish(),
  finishedAt: z.string().nullish(),
};

export const importReportSchema = z.object({
  ...headShape,
  items: z.array(itemSchema),
  next: z.union([z.string(), z.number()]).nullish(),
  noteCounts: z.array(z.object({ code: z.string(), count: z.number() })),
});

export type ImportReport = z.infer<typeof importReportSchema>;
export type ImportReportItem = ImportReport['items'][number];

export const importListSchema = z.object({
  items: z.array(z.object({ ...headShape, processed: z.number().nullish() })),
  next: z.union([z.string(), z.number()]).nullish(),
});

export type ImportHead = z.infer<typeof importListSchema>['items'][number];

/** Whether an import still works or waits to. */
export function isUnfinished({ status }: Pick<ImportProgress, 'status'>): boolean {
  return status === 'queued' || status === 'running';
}
