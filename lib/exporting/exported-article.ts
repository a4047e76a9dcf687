import { z } from 'zod';
import { articleSnapshot } from '@/lib/articles/article-snapshot';

const status = z.enum(['draft', 'scheduled', 'published', 'withdrawn']);
const mention = z.object({
  market: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(['stock', 'sector']),
  count: z.int(),
});
const linkKind = z.enum(['permalink', 'source', 'share', 'build-date', 'slug', 'hand']);
const guess = z.enum(['title', 'publishedAt']);
const category = z.object({ slug: z.string(), name: z.string() }).nullable();

/** A row of `articleQuery` (list-exported-articles.ts). */
export const exportedArticle = z.object({
  id: z.int(),
  identityKey: z.string(),
  slug: z.string(),
  title: z.string(),
  digest: z.string().nullable(),
  bodyHtml: z.string(),
  sourceName: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  imageUrl: z.string().nullable(),
  canonicalUrl: z.string().nullable(),
  publishedAt: z.date(),
  zoneOffset: z.int(),
  status,
  language: z.string(),
  guessedFields: z.array(guess),
  fingerprint: z.string().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
  deletedAt: z.date().nullable(),
  category,
  tags: z.array(z.string()),
  share: z
    .object({
      code: z.string(),
      visits: z.int(),
      lastVisitAt: z.coerce.date().nullable(),
      createdAt: z.coerce.date(),
    })
    .nullable(),
  links: z.array(z.object({ path: z.string(), kind: linkKind, createdAt: z.coerce.date() })),
  mentions: z.array(mention),
  /** Oldest first. */
  revisions: z.array(
    z.object({
      contentHash: z.string(),
      createdAt: z.coerce.date(),
      editorId: z.string().nullable(),
      origin: z.string().nullable(),
      snapshot: articleSnapshot.extend({ guessedFields: z.array(guess) }),
      category,
      tags: z.array(z.string()),
      mentions: z.array(mention),
    }),
  ),
});

/** An article with all that belongs to it, whatever its state. */
export type ExportedArticle = z.infer<typeof exportedArticle>;
export type ExportedRevision = ExportedArticle['revisions'][number];
