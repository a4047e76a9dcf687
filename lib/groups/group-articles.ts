import type { Sql } from '@/lib/db/sql';
import { z } from 'zod';
import { compareStories } from './compare-stories';
import { mayBeOneStory, type StoryFacts } from './may-be-one-story';
import { regroupArticles } from './regroup-articles';
import { buildStoryMarks, dateMarks, listProbes, windowMs } from './story-marks';
import { readStoryText } from './story-text';

/** An article is compared with at most so many others, those with most passages in common. */
const mostCandidates = 20;

/**
 * Finds the articles that tell the same story as the given ones, whose texts were just written, and puts them into
 * groups; in the transaction of the write, under the writers' lock. The cost of an article is one look into the index
 * of its own days and a comparison with at most 20 others.
 */
export async function groupArticles(sql: Sql, articleIds: readonly number[]): Promise<void> {
  if (articleIds.length === 0) return;
  const stories = await loadStories(sql, articleIds);
  await writeSketches(sql, [...stories.values()]);
  const candidates = await findCandidates(sql, [...stories.values()]);
  const missing = candidates.flatMap(({ otherId }) => (stories.has(otherId) ? [] : [otherId]));
  const others = await loadStories(sql, [...new Set(missing)]);
  const pairs = new Map<string, StoryPair>();
  for (const { id, otherId } of candidates) {
    const [one, other] = [stories.get(id), stories.get(otherId) ?? others.get(otherId)];
    const pair = one && other && comparePair(one, other);
    if (pair) pairs.set(`${pair.firstId} ${pair.secondId}`, pair);
  }
  await writePairs(sql, articleIds, [...pairs.values()]);
  await regroupArticles(sql, articleIds);
}

const storyRow = z.object({
  id: z.int(),
  title: z.string(),
  digest: z.string().nullable(),
  bodyText: z.string(),
  language: z.string(),
  publishedAt: z.date(),
  sourceName: z.string().nullable(),
  categoryId: z.int().nullable(),
});

interface Story extends StoryFacts {
  id: number;
  marks: number[];
}

async function loadStories(sql: Sql, ids: readonly number[]): Promise<Map<number, Story>> {
  if (ids.length === 0) return new Map();
  const rows = await sql(
    `SELECT id, title, digest, left(body_text, 24000) AS "bodyText", language, published_at AS "publishedAt",
       source_name AS "sourceName", category_id AS "categoryId"
     FROM articles WHERE id = ANY($1)`,
    [ids],
  );
  return new Map(
    z
      .array(storyRow)
      .parse(rows)
      .map((row) => {
        const text = readStoryText(row);
        return [row.id, { ...row, text, marks: buildStoryMarks(text) }];
      }),
  );
}

async function writeSketches(sql: Sql, stories: readonly Story[]): Promise<void> {
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

const candidateRows = z.array(z.object({ id: z.int(), otherId: z.int(), shared: z.coerce.number() }));

/** For each story the others of its days that share at least two passages, at most 20, those with most in common. */
async function findCandidates(
  sql: Sql,
  stories: readonly Story[],
): Promise<{ id: number; otherId: number }[]> {
  // One search for each three days: to count what is shared then costs a third.
  const looking = stories
    .filter(({ marks }) => marks.length > 0)
    .flatMap(({ id, publishedAt, marks }) =>
      listProbes(marks, publishedAt).map((probes) => ({ id, at: publishedAt, probes })),
    );
  if (looking.length === 0) return [];
  const rows = await sql(
    `SELECT n.id, s.article_id AS "otherId", s.shared
     FROM json_to_recordset($1::json) AS n(id int, at timestamptz, probes int[])
     CROSS JOIN LATERAL (
       SELECT article_id, published_at,
         (SELECT count(*) FROM unnest(marks) AS mark WHERE mark = ANY(n.probes)) AS shared
       FROM story_sketches WHERE marks && n.probes AND article_id <> n.id
         AND published_at BETWEEN n.at - $2::interval AND n.at + $2::interval
       ORDER BY shared DESC, abs(extract(epoch FROM published_at - n.at)), article_id LIMIT ${mostCandidates}
     ) s
     WHERE s.shared >= 2 ORDER BY n.id, s.shared DESC, s.article_id`,
    [JSON.stringify(looking), `${windowMs / 1000} seconds`],
  );
  const found = Map.groupBy(candidateRows.parse(rows), ({ id }) => id);
  return [...found.values()].flatMap((each) => each.slice(0, mostCandidates));
}

interface StoryPair {
  firstId: number;
  secondId: number;
  similarity: number;
  phrases: number;
}

function comparePair(one: Story, other: Story): StoryPair | undefined {
  if (!mayBeOneStory(one, other)) return undefined;
  const { isSame, similarity, phrases } = compareStories(one.text, other.text);
  if (!isSame) return undefined;
  return {
    firstId: Math.min(one.id, other.id),
    secondId: Math.max(one.id, other.id),
    similarity,
    phrases,
  };
}

/** What the former texts had in common with others counts no more. */
async function writePairs(sql: Sql, ids: readonly number[], pairs: readonly StoryPair[]): Promise<void> {
  await sql('DELETE FROM story_pairs WHERE first_id = ANY($1) OR second_id = ANY($1)', [ids]);
  if (pairs.length === 0) return;
  await sql(
    `INSERT INTO story_pairs (first_id, second_id, similarity, phrases)
     SELECT "firstId", "secondId", similarity, phrases
     FROM json_to_recordset($1::json) AS input("firstId" int, "secondId" int, similarity real, phrases int)`,
    [JSON.stringify(pairs)],
  );
}
