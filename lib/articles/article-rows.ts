import type { Prisma } from '@/lib/db/generated/client';
import type { Article, ArticleSummary, OutletReport } from './article';
import { cacheTag, noteCacheTags } from './article-cache';
import { markSafeHtml } from './safe-html';

/** "Published", defined once; the SQL view `published_articles` says the same. */
export const published = { status: 'published', deletedAt: null } as const satisfies Prisma.ArticleWhereInput;

export const newestFirst = [
  { publishedAt: 'desc' },
  { id: 'desc' },
] satisfies Prisma.ArticleOrderByWithRelationInput[];

export const reportFields = {
  slug: true,
  title: true,
  publishedAt: true,
  sourceName: true,
  language: true,
  category: { select: { slug: true, name: true } },
} as const satisfies Prisma.ArticleSelect;

/** The published articles of a group, newest first. */
const groupFields = {
  group: {
    select: {
      members: {
        where: { article: published },
        select: { article: { select: reportFields } },
        orderBy: [{ article: { publishedAt: 'desc' } }, { articleId: 'desc' }],
      },
    },
  },
} as const satisfies Prisma.StoryMemberSelect;

export const summaryFields = {
  ...reportFields,
  id: true,
  digest: true,
  storyMember: { select: groupFields },
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

/** Row of a list -> our type. Whatever page is being rendered depends on the article and on those it stands for. */
export function toSummary(row: SummaryRow): ArticleSummary {
  const { slug, title, digest, publishedAt, sourceName, language, category } = row;
  const others = listOthers(row);
  noteCacheTags(cacheTag.article(slug), ...others.map((other) => cacheTag.article(other.slug)));
  return { slug, title, digest, publishedAt, sourceName, language, category, others };
}

function listOthers({ slug, storyMember }: SummaryRow): OutletReport[] {
  const members = storyMember?.group.members ?? [];
  return members.map(({ article }) => article).filter((article) => article.slug !== slug);
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
