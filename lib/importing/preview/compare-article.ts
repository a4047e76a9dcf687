import { saveArticles } from '@/lib/articles/save-articles';
import { getDb } from '@/lib/db/prisma-client';
import type { DuplicateRule } from '@/lib/articles/article-input';
import type { ImportedPost } from '../imported-post';
import { diffText, type TextDiff } from '@/lib/articles/diff-text';

/** A field of a post beside that of the article that is there; null is "has none". */
export interface FieldDiff {
  name: string;
  before: string | null;
  after: string | null;
}

export interface ArticleComparison {
  /** Address of the article that is there; null when the post would be a new one. */
  article: string | null;
  fields: FieldDiff[];
  changedFields: string[];
  body: TextDiff;
}

/** A post beside the article that it would change, as the write path itself finds it; nothing is written. */
export async function compareWithStored(
  post: ImportedPost,
  duplicates: DuplicateRule,
): Promise<ArticleComparison> {
  const [saved] = await saveArticles([post], { dryRun: true, duplicates });
  const isThere = saved !== undefined && saved.foundBy !== null;
  const stored = isThere ? await findStored(saved.articleId) : null;
  return {
    article: stored && saved ? saved.slug : null,
    fields: listFields(post, stored),
    changedFields: stored ? (saved?.changedFields ?? []) : [],
    body: diffText(stored?.bodyText ?? '', post.bodyText),
  };
}

type Stored = NonNullable<Awaited<ReturnType<typeof findStored>>>;

async function findStored(id: number) {
  return getDb().article.findUnique({
    where: { id },
    select: {
      title: true,
      digest: true,
      bodyText: true,
      publishedAt: true,
      sourceName: true,
      sourceUrl: true,
      language: true,
      category: { select: { name: true } },
      tags: { select: { tag: { select: { name: true } } }, orderBy: { position: 'asc' } },
    },
  });
}

function listFields(post: ImportedPost, stored: Stored | null): FieldDiff[] {
  const category = post.category && (post.category.name ?? post.category.slug);
  const tags = stored?.tags.map(({ tag }) => tag.name) ?? [];
  const pairs: [string, string | null | undefined, string | null][] = [
    ['title', stored?.title, post.title],
    ['digest', stored?.digest, post.digest],
    ['publishedAt', stored?.publishedAt.toISOString(), post.publishedAt.toISOString()],
    ['category', stored?.category?.name, category],
    ['tags', tags.join('、') || null, [...new Set(post.tags)].join('、') || null],
    ['sourceName', stored?.sourceName, post.sourceName],
    ['sourceUrl', stored?.sourceUrl, post.sourceUrl],
    ['language', stored?.language, post.language],
  ];
  return pairs.map(([name, before, after]) => ({ name, before: before ?? null, after }));
}
