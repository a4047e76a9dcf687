import { z } from 'zod';

/** The state of an article as a revision keeps it; written by `recordRevisions` (article-writes.ts). */
export const articleSnapshot = z.object({
  title: z.string(),
  digest: z.string().nullable(),
  bodyHtml: z.string(),
  bodyText: z.string(),
  sourceName: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  imageUrl: z.string().nullable(),
  publishedAt: z.coerce.date(),
  zoneOffset: z.int(),
  status: z.enum(['draft', 'scheduled', 'published', 'withdrawn']),
  language: z.string(),
  guessedFields: z.array(z.string()),
  categoryId: z.int().nullable(),
  deletedAt: z.coerce.date().nullable(),
  // Absent in revisions of the first release.
  updatedAt: z.coerce.date().optional(),
  fingerprint: z.string().nullable().optional(),
  canonicalUrl: z.string().nullable().optional(),
  textSketch: z.array(z.int()).optional(),
  tagIds: z.array(z.int()),
  mentions: z.array(
    z.object({
      stockId: z.int(),
      count: z.int(),
      // Absent in revisions of the first releases.
      name: z.string().nullable().optional(),
    }),
  ),
  // Of a state that came with an export: what had written over it.
  origin: z.string().optional(),
});

export type ArticleSnapshot = z.infer<typeof articleSnapshot>;
