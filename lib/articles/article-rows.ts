import type { Prisma } from '@/lib/db/generated/client';
import type { Article, ArticleSummary } from './article';
import { markSafeHtml } from './safe-html';

/** "Published", defined once; the SQL view `published_articles` says the same. */
export const published = { status: 'published', deletedAt: null } as const satisfies Prisma.ArticleWhereInput;

export const newestFirst = [
  { publishedAt: 'desc' },
  { id: 'desc' },
] satisfies Prisma.ArticleOrderByWithRelationInput[];

export const summaryFields = {
  id: true,
  slug: true,
  title: true,
  digest: true,
  publishedAt: true,
  sourceName: true,
  language: true,
  category: { select: { slug: true, name: true } },
} as const satisfies Prisma.ArticleSelect;

export const articleFields = {
  ...summaryFields,
  bodyHtml: true,
  bodyText: true,
  sourceUrl: true,
  imageUrl: true,
  canonicalUrl: true,
  updatedAt: true,
  tags: { select: { tag: { select: { name: true } } }, orderBy: { position: 'asc' } },
  mentions: {
    select: { stock: { select: { market: true, code: true, name: true, kind: true } } },
    orderBy: { count: 'desc' },
  },
  shortLink: { select: { code: true } },
} as const satisfies Prisma.ArticleSelect;

export type SummaryRow = Prisma.ArticleGetPayload<{ select: typeof summaryFields }>;
type ArticleRow = Prisma.ArticleGetPayload<{ select: typeof articleFields }>;

/** Row of a list -> our type. */
export function toSummary(row: SummaryRow): ArticleSummary {
  const { slug, title, digest, publishedAt, sourceName, language, category } = row;
  return { slug, title, digest, publishedAt, sourceName, language, category };
}

/** Full row -> our type. The body in the table went through the sanitiser before it was written. */
export function toArticle(row: ArticleRow): Article {
  return {
    ...toSummary(row),
    bodyHtml: markSafeHtml(row.bodyHtml),
    bodyText: row.bodyText,
    sourceUrl: row.sourceUrl,
    imageUrl: row.imageUrl,
    canonicalUrl: row.canonicalUrl,
    updatedAt: row.updatedAt,
    tags: row.tags.map(({ tag }) => tag.name),
    stocks: row.mentions.map(({ stock }) => stock),
    shareCode: row.shortLink?.code ?? '',
  };
}
