import { z } from 'zod';

/** What to do with a post that is there already. */
export const duplicateRules = ['update', 'skip', 'keep-both'] as const;

const categoryChoice = z.object({ slug: z.string().max(100).optional(), name: z.string().min(1).max(100) });

/**
 * What an editor decided for a whole import, in the preview or beforehand. Everything has a default, so `{}` is an
 * import as the command line makes it.
 */
export const importOptions = z.object({
  duplicates: z.enum(duplicateRules).default('update'),
  /** IANA zone of dates that state none; TIME_ZONE when absent. */
  timeZone: z.string().max(60).optional(),
  /** Character set of files that do not say theirs, a label of the Encoding Standard; guessed when absent. */
  charset: z.string().max(40).optional(),
  /** BCP 47, for posts that do not state their language; found by their letters when absent. */
  language: z.string().max(20).optional(),
  /** Posts of these categories (folded name) go into that one. */
  categories: z.record(z.string(), categoryChoice).default({}),
  /** For posts that state no category. */
  defaultCategory: categoryChoice.optional(),
  /** Name of the outlet, for posts that state none. */
  sourceName: z.string().max(200).optional(),
  /** Post field by column, for tables and foreign JSON. */
  columns: z.record(z.string(), z.string()).optional(),
  /** Repairs that are switched off, by note code. */
  withoutRepairs: z.array(z.string().max(60)).max(50).default([]),
});

export type ImportOptions = z.infer<typeof importOptions>;

/** What an editor decided about one file of a preview. */
export const itemChoice = z.object({
  excluded: z.boolean().optional(),
  charset: z.string().max(40).optional(),
  withoutRepairs: z.array(z.string().max(60)).max(50).optional(),
});

export type ItemChoice = z.infer<typeof itemChoice>;

/** The options of an import that nobody gave any. */
export const defaultImportOptions: ImportOptions = importOptions.parse({});
