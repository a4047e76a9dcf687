import type { CategoryRef } from '@/lib/articles/article';
import { cacheTag, noteCacheTags } from '@/lib/articles/article-cache';
import { published } from '@/lib/articles/article-rows';
import { getDb } from '@/lib/db/prisma-client';
import { foldText } from './fold-text';
import { type ListedStock, listStocks, suggestStocks } from './stock-directory';

const mostCategories = 200;

/** Categories to choose from, by name; at most 200, those with published articles. */
export async function listSearchCategories(): Promise<CategoryRef[]> {
  noteCacheTags(cacheTag.categories());
  return getDb().category.findMany({
    where: { articles: { some: published } },
    select: { slug: true, name: true },
    orderBy: { name: 'asc' },
    take: mostCategories,
  });
}

/** The name of a category, also of one that is not among those. */
export async function findCategoryName(slug: string): Promise<string | undefined> {
  return (await getDb().category.findUnique({ where: { slug }, select: { name: true } }))?.name;
}

/** Categories whose name has a text, whatever its case; the shortest names first. */
export async function suggestCategories(text: string, limit: number): Promise<CategoryRef[]> {
  const contains = text.trim();
  const folded = foldText(contains).trim();
  if (folded === '') return [];
  noteCacheTags(cacheTag.categories());
  const names = [...new Set([contains, folded])];
  const rows = await getDb().category.findMany({
    where: {
      articles: { some: published },
      OR: names.map((name) => ({ name: { contains: escapeLike(name), mode: 'insensitive' as const } })),
    },
    select: { slug: true, name: true },
    take: 50,
  });
  return rows.sort((a, b) => a.name.length - b.name.length || a.slug.localeCompare(b.slug)).slice(0, limit);
}

/** What else there is for a query that found nothing: categories and stocks whose name has one of its words. */
export async function findWaysOn(
  words: readonly string[],
): Promise<{ categories: CategoryRef[]; stocks: ListedStock[] }> {
  const stocks = await listStocks();
  const categories = await Promise.all(words.slice(0, 4).map((word) => suggestCategories(word, 3)));
  const bySlug = new Map(categories.flat().map((category) => [category.slug, category]));
  return {
    categories: [...bySlug.values()].slice(0, 5),
    stocks: [...new Set(words.slice(0, 4).flatMap((word) => suggestStocks(stocks, foldText(word), 3)))].slice(
      0,
      5,
    ),
  };
}

/** Prisma hands `contains` to LIKE, in which these two stand for anything. */
function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
