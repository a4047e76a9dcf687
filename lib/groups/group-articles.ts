import type { Sql } from '@/lib/db/sql';
import { z } from 'zod';
import { compareStories } from './compare-stories';
import { mayBeOneStory, type StoryFacts } from './may-be-one-story';
import { regroupArticles } from './regroup-articles';
import { buildStoryMarks, dateMarks, listProbes, windowMs } from './story-marks';
import { readStoryText } from './story-text';

/** An article is compared with at most so many others, those with most passages in common. */
const mostCandidates = 20;

/** A story ready to be compared takes some 200 KB: only so many are in memory with those they are compared with. */
const atOnce = 16;

/**
 * Finds the articles that tell the same story as the given ones, whose texts were just written, and puts them into
 * groups; in the transaction of the write, under the writers' lock. The cost of an article is one look into the index
 * of its own days and a comparison with at most 20 others.
 */
export async function groupArticles(sql: Sql, articleIds: readonly number[]): Promise<void> {
  if (articleIds.length === 0) return;
  const sketches: Sketch[] = [];
  for (const ids of splitIds(articleIds))
    sketches.push(...[...(await loadStories(sql, ids)).values()].map(toSketch));
  await writeSketches(sql, sketches);
  // What the former texts had in common with others counts no more.
  await sql('DELETE FROM story_pairs WHERE first_id = ANY($1) OR second_id = ANY($1)', [articleIds]);
  const candidates = Map.groupBy(await findCandidates(sql, sketches), ({ id }) => id);
  for (const ids of splitIds([...candidates.keys()]))
    await comparePairs(
      sql,
      ids.flatMap((id) => candidates.get(id) ?? []),
    );
  await regroupArticles(sql, articleIds);
}

function splitIds(ids: readonly number[]): number[][] {
  const parts = Math.ceil(ids.length / atOnce);
  return Array.from({ length: parts }, (_, part) => ids.slice(part * atOnce, (part + 1) * atOnce));
}

/** An article and another that may tell the same. */
interface Candidate {
  id: number;
  otherId: number;
}

async function comparePairs(sql: Sql, candidates: readonly Candidate[]): Promise<void> {
  const stories = await loadStories(sql, [
    ...new Set(candidates.flatMap(({ id, otherId }) => [id, otherId])),
  ]);
  const pairs = new Map<string, StoryPair>();
  for (const { id, otherId } of candidates) {
    const [one, other] = [stories.get(id), stories.get(otherId)];
    const pair = one && other && comparePair(one, other);
    if (pair) pairs.set(`${pair.firstId} ${pair.secondId}`, pair);
  }
  await writePairs(sql, [...pairs.values()]);
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

/** What the index knows of a story. */
type Sketch = Pick<Story, 'id' | 'publishedAt' | 'marks'>;

function toSketch({ id, publishedAt, marks }: Story): Sketch {
  return { id, publishedAt, marks };
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

const candidateRows = z.array(z.object({ id: z.int(), otherId: z.int(), shared: z.coerce.number() }));

/** For each story the others of its days that share at least two passages, at most 20, those with most in common. */
async function findCandidates(sql: Sql, stories: readonly Sketch[]): Promise<Candidate[]> {
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

/** Two articles of one write find each other twice. */
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
