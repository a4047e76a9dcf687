import type { Sql } from '@/lib/db/sql';
import { comparePairs, compareStories } from './compare-stories';
import { findCandidates, type Sketch } from './find-candidates';
import { loadHeads, loadPairs, loadStories, splitIds, type Story, type StoryHead } from './load-stories';
import { mayBeOneStory } from './may-be-one-story';
import { regroupArticles } from './regroup-articles';
import { buildStoryMarks, dateMarks } from './story-marks';

/** So many articles are in memory at once with those they are compared with. */
const atOnce = 16;

/** The same as `groupStories` for articles whose texts must be read first; ids that are gone are left out. */
export async function groupArticles(sql: Sql, articleIds: readonly number[]): Promise<void> {
  const sketches: Sketch[] = [];
  for (const ids of splitIds(articleIds, atOnce))
    for (const { id, publishedAt, text } of (await loadStories(sql, ids)).values())
      sketches.push({ id, publishedAt, marks: buildStoryMarks(text) });
  await groupStories(sql, sketches);
}

/**
 * Finds the articles that tell the same story as the given ones, whose texts were just written, and puts them into
 * groups; in the transaction of the write, under the writers' lock. The index names at most 20 others for each article;
 * what outlet, day and language do not tell apart is compared by its pairs of units, and read only where these are near.
 */
export async function groupStories(sql: Sql, sketches: readonly Sketch[]): Promise<void> {
  if (sketches.length === 0) return;
  const articleIds = sketches.map(({ id }) => id);
  await writeSketches(sql, sketches);
  // What the former texts had in common with others counts no more.
  await sql('DELETE FROM story_pairs WHERE first_id = ANY($1) OR second_id = ANY($1)', [articleIds]);
  const likely = Map.groupBy(await listLikely(sql, sketches), ({ one }) => one.id);
  for (const ids of splitIds([...likely.keys()], atOnce))
    await compareTexts(
      sql,
      ids.flatMap((id) => likely.get(id) ?? []),
    );
  await regroupArticles(sql, articleIds);
}

async function writeSketches(sql: Sql, stories: readonly Sketch[]): Promise<void> {
  await sql(
    `INSERT INTO story_sketches (article_id, published_at, marks)
     SELECT id, at, marks FROM json_to_recordset($1::json) AS input(id int, at timestamptz, marks int[])
     ON CONFLICT (article_id) DO UPDATE SET published_at = excluded.published_at, marks = excluded.marks`,
    [
      JSON.stringify(
        stories.map(({ id, publishedAt, marks }) => ({
          id,
          at: publishedAt,
          marks: dateMarks(marks, publishedAt),
        })),
      ),
    ],
  );
}

/** Two stories that may be one. */
interface LikelyPair {
  one: StoryHead;
  other: StoryHead;
}

/** What the index names, each pair once, where nothing but the texts can tell the two apart. */
async function listLikely(sql: Sql, sketches: readonly Sketch[]): Promise<LikelyPair[]> {
  const candidates = await findCandidates(sql, sketches);
  const heads = await loadHeads(sql, [...new Set(candidates.flatMap(({ id, otherId }) => [id, otherId]))]);
  // Two articles of one write find each other twice.
  const pairs = new Map(
    candidates.map(({ id, otherId }) => [[id, otherId].sort().join(' '), { id, otherId }]),
  );
  return [...pairs.values()].flatMap(({ id, otherId }) => {
    const [one, other] = [heads.get(id), heads.get(otherId)];
    return one && other && mayBeOneStory(one, other) ? [{ one, other }] : [];
  });
}

async function compareTexts(sql: Sql, likely: readonly LikelyPair[]): Promise<void> {
  const heads = new Map(likely.flatMap(({ one, other }) => [one, other]).map((head) => [head.id, head]));
  const pairs = await loadPairs(sql, [...heads.values()]);
  const near = likely.filter(({ one, other }) => {
    const [ours, theirs] = [pairs.get(one.id), pairs.get(other.id)];
    return ours && theirs && comparePairs(ours, theirs).isNear;
  });
  const ids = new Set(near.flatMap(({ one, other }) => [one.id, other.id]));
  if (ids.size === 0) return;
  const stories = await loadStories(sql, [...ids]);
  const found = near.flatMap(
    ({ one, other }) => comparePair(stories.get(one.id), stories.get(other.id)) ?? [],
  );
  await writePairs(sql, found);
}

interface StoryPair {
  firstId: number;
  secondId: number;
  similarity: number;
  phrases: number;
}

function comparePair(one: Story | undefined, other: Story | undefined): StoryPair | undefined {
  if (!one || !other || !mayBeOneStory(one, other)) return undefined;
  const { isSame, similarity, phrases } = compareStories(one.text, other.text);
  if (!isSame) return undefined;
  return {
    firstId: Math.min(one.id, other.id),
    secondId: Math.max(one.id, other.id),
    similarity,
    phrases,
  };
}

async function writePairs(sql: Sql, pairs: readonly StoryPair[]): Promise<void> {
  if (pairs.length === 0) return;
  await sql(
    `INSERT INTO story_pairs (first_id, second_id, similarity, phrases)
     SELECT "firstId", "secondId", similarity, phrases
     FROM json_to_recordset($1::json) AS input("firstId" int, "secondId" int, similarity real, phrases int)
     ON CONFLICT (first_id, second_id) DO NOTHING`,
    [JSON.stringify(pairs)],
  );
}
