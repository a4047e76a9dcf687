import type { Sql } from '@/lib/db/sql';
import { z } from 'zod';
import { readStoryText, type StoryText } from './story-text';
import { findPairs, keepPairs } from './story-pairs';

/** A story ready to be compared takes some 200 KB: only so many are read at once where they need not be kept. */
const atOnce = 32;

const factColumns = `id, language, published_at AS "publishedAt", source_name AS "sourceName",
  category_id AS "categoryId", content_hash AS "contentHash"`;

const factRow = z.object({
  id: z.int(),
  language: z.string(),
  publishedAt: z.date(),
  sourceName: z.string().nullable(),
  categoryId: z.int().nullable(),
  contentHash: z.string(),
});

const storyRow = factRow.extend({ title: z.string(), digest: z.string().nullable(), bodyText: z.string() });

/** What is known of a story without reading it. */
export type StoryHead = z.infer<typeof factRow>;

/** A story ready to be compared. */
export type Story = StoryHead & { text: StoryText };

/** What can be told of stories without their texts, by id; those that are gone are left out. */
export async function loadHeads(sql: Sql, ids: readonly number[]): Promise<Map<number, StoryHead>> {
  const rows = await sql(`SELECT ${factColumns} FROM articles WHERE id = ANY($1)`, [ids]);
  return new Map(
    z
      .array(factRow)
      .parse(rows)
      .map((row) => [row.id, row]),
  );
}

/** Stories with their texts, by id; those that are gone are left out. */
export async function loadStories(sql: Sql, ids: readonly number[]): Promise<Map<number, Story>> {
  const rows = await sql(
    `SELECT ${factColumns}, title, digest, left(body_text, 24000) AS "bodyText" FROM articles WHERE id = ANY($1)`,
    [ids],
  );
  const stories = z
    .array(storyRow)
    .parse(rows)
    .map(({ title, digest, bodyText, ...head }) => ({
      ...head,
      text: readStoryText({ title, digest, bodyText }),
    }));
  for (const { contentHash, text } of stories) keepPairs(contentHash, text.pairs);
  return new Map(stories.map((story) => [story.id, story]));
}

/** The pairs of units of stories, by id; only those are read that were not read lately. */
export async function loadPairs(sql: Sql, heads: readonly StoryHead[]): Promise<Map<number, Int32Array>> {
  const pairs = new Map<number, Int32Array>();
  const unread: number[] = [];
  for (const { id, contentHash } of heads) {
    const known = findPairs(contentHash);
    if (known) pairs.set(id, known);
    else unread.push(id);
  }
  for (const ids of splitIds(unread, atOnce))
    for (const [id, { text }] of await loadStories(sql, ids)) pairs.set(id, text.pairs);
  return pairs;
}

/** A list in parts of at most `size`. */
export function splitIds(ids: readonly number[], size: number): number[][] {
  const parts = Math.ceil(ids.length / size);
  return Array.from({ length: parts }, (_, part) => ids.slice(part * size, (part + 1) * size));
}
