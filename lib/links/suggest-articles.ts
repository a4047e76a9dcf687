import type { ArticleSummary } from '@/lib/articles/article';
import { newestFirst, published, summaryFields, toSummary } from '@/lib/articles/article-rows';
import { getDb } from '@/lib/db/prisma-client';
import { foldPath } from './fold-path';

const wantedCount = 6;

/** Articles that an unknown address may have meant: those whose title has its words, else those of its day. */
export async function suggestArticles(address: string): Promise<ArticleSummary[]> {
  const path = foldPath(address);
  const byWords = await listByWords(path);
  return byWords.length > 0 ? byWords : listByDay(path);
}

async function listByWords(path: string): Promise<ArticleSummary[]> {
  const words = (path.split('/').at(-1) ?? '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(isTelling)
    .slice(0, 5);
  if (words.length === 0) return [];
  const rows = await getDb().article.findMany({
    where: {
      ...published,
      OR: words.map((word) => ({ title: { contains: word, mode: 'insensitive' as const } })),
    },
    select: summaryFields,
    orderBy: newestFirst,
    take: wantedCount,
  });
  return rows.map(toSummary);
}

/** Chinese words from two characters, others from four letters; numbers say nothing. */
function isTelling(word: string): boolean {
  return /\p{Script=Han}/u.test(word) ? word.length >= 2 : word.length >= 4 && !/^\d+$/.test(word);
}

async function listByDay(path: string): Promise<ArticleSummary[]> {
  const match = /(20\d\d)[/-]?(\d{2})[/-]?(\d{2})/.exec(path);
  const day = match ? new Date(`${match[1]}-${match[2]}-${match[3]}T00:00:00Z`) : undefined;
  if (!day || Number.isNaN(day.getTime())) return [];
  const rows = await getDb().article.findMany({
    // A day's width on both sides: the address does not say its zone.
    where: { ...published, publishedAt: { gte: shift(day, -1), lt: shift(day, 2) } },
    select: summaryFields,
    orderBy: newestFirst,
    take: wantedCount,
  });
  return rows.map(toSummary);
}

function shift(day: Date, days: number): Date {
  return new Date(day.getTime() + days * 86_400_000);
}
