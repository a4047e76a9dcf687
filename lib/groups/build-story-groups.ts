import { windowMs } from './story-marks';

/** Two articles that belong together, and why. */
export interface StoryLink {
  firstId: number;
  secondId: number;
  /** 0 to 1; an editor's link has none. */
  similarity: number;
  by: 'auto' | 'editor';
}

/** An editor's decision that stands; in the order in which they were made. */
export interface StoryDecision {
  kind: 'split' | 'join';
  articleId: number;
  otherId: number | null;
}

/**
 * Groups of articles from their pairs. The strongest pairs come first, and no pair makes a group longer than three
 * days, so a chain of similar reports does not swallow a month; what editors joined stays together whatever its
 * dates. The order in which articles and pairs arrive does not matter. Groups are sorted lists of at least two ids.
 */
export function buildStoryGroups(
  pairs: readonly Omit<StoryLink, 'by'>[],
  decisions: readonly StoryDecision[],
  publishedAt: ReadonlyMap<number, Date>,
): number[][] {
  const { joins, apart } = readDecisions(decisions);
  const links = [
    ...joins,
    ...pairs.filter(({ firstId, secondId }) => !apart.has(firstId) && !apart.has(secondId)).sort(byStrength),
  ];
  const groupOf = new Map<number, number[]>();
  for (const { firstId, secondId, ...link } of links) {
    const [one, other] = [groupOf.get(firstId) ?? [firstId], groupOf.get(secondId) ?? [secondId]];
    if (one === other) continue;
    const both = [...one, ...other];
    if (!('by' in link) && !fitsWindow(both, publishedAt)) continue;
    for (const id of both) groupOf.set(id, both);
  }
  return [...new Set(groupOf.values())].map((ids) => ids.sort((a, b) => a - b));
}

function byStrength(a: Omit<StoryLink, 'by'>, b: Omit<StoryLink, 'by'>): number {
  return b.similarity - a.similarity || a.firstId - b.firstId || a.secondId - b.secondId;
}

function fitsWindow(ids: readonly number[], publishedAt: ReadonlyMap<number, Date>): boolean {
  const times = ids.map((id) => publishedAt.get(id)?.getTime() ?? 0);
  return Math.max(...times) - Math.min(...times) <= windowMs;
}

/** Later decisions overrule earlier ones: whoever splits an article off also takes back what joined it. */
function readDecisions(decisions: readonly StoryDecision[]): { joins: StoryLink[]; apart: Set<number> } {
  const apart = new Set<number>();
  let joins: StoryLink[] = [];
  for (const { kind, articleId, otherId } of decisions) {
    if (kind === 'split') {
      apart.add(articleId);
      joins = joins.filter(({ firstId, secondId }) => firstId !== articleId && secondId !== articleId);
    } else if (otherId !== null) {
      joins.push({ firstId: articleId, secondId: otherId, similarity: 0, by: 'editor' });
    }
  }
  return { joins, apart };
}
