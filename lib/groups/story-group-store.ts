import type { OutletReport } from '@/lib/articles/article';
import { cacheTag, noteCacheTags } from '@/lib/articles/article-cache';
import { published, reportFields } from '@/lib/articles/article-rows';
import { getDb } from '@/lib/db/prisma-client';

/** Why a report counts as the same story. */
export type GroupReason =
  /** The texts are alike: share of the text in per cent, passages that stand in both; `with` names another report of
   * the group where it is that one's text. */
  { kind: 'text'; percent: number; phrases: number; with: OutletReport | null } | { kind: 'editor' };

/** Another report of a story, and why it is one. */
export interface RelatedReport extends OutletReport {
  reason: GroupReason;
}

interface Pair {
  firstId: number;
  secondId: number;
  similarity: number;
  phrases: number;
}

/** The published reports of the same story at other outlets, newest first; none for a story that is alone. */
export async function listOtherReports(slug: string): Promise<RelatedReport[]> {
  noteCacheTags(cacheTag.article(slug));
  const members = await getDb().storyMember.findMany({
    where: { group: { members: { some: { article: { slug, ...published } } } }, article: published },
    select: { articleId: true, article: { select: reportFields } },
    orderBy: [{ article: { publishedAt: 'desc' } }, { articleId: 'desc' }],
  });
  const here = members.find(({ article }) => article.slug === slug);
  if (!here || members.length < 2) return [];
  noteCacheTags(...members.map(({ article }) => cacheTag.article(article.slug)));
  const ids = members.map(({ articleId }) => articleId);
  const pairs = await getDb().storyPair.findMany({
    where: { firstId: { in: ids }, secondId: { in: ids } },
    orderBy: [{ similarity: 'desc' }, { firstId: 'asc' }, { secondId: 'asc' }],
  });
  const reports = new Map(members.map(({ articleId, article }) => [articleId, article]));
  return members
    .filter((member) => member !== here)
    .map(({ articleId, article }) => ({
      ...article,
      reason: findReason(articleId, here.articleId, pairs, reports),
    }));
}

/** The pair with this story itself; else the strongest with another of the group. `pairs`: strongest first. */
function findReason(
  id: number,
  hereId: number,
  pairs: readonly Pair[],
  reports: ReadonlyMap<number, OutletReport>,
): GroupReason {
  const own = pairs.filter((pair) => pair.firstId === id || pair.secondId === id);
  const direct = own.find((pair) => pair.firstId === hereId || pair.secondId === hereId);
  const pair = direct ?? own[0];
  if (!pair) return { kind: 'editor' };
  const otherId = pair.firstId === id ? pair.secondId : pair.firstId;
  return {
    kind: 'text',
    // Never "100 %" of what is not the same to the letter.
    percent: pair.similarity === 1 ? 100 : Math.min(99, Math.round(pair.similarity * 100)),
    phrases: pair.phrases,
    with: otherId === hereId ? null : (reports.get(otherId) ?? null),
  };
}
