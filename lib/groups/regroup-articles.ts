import type { Sql } from '@/lib/db/sql';
import { z } from 'zod';
import { buildStoryGroups } from './build-story-groups';

/** How far pairs are followed. A story that thousands of articles tell is no story. */
const mostArticles = 5000;

/**
 * Builds the groups of the given articles, and of all that hang together with them, anew from pairs and editors'
 * choices. Needed after any of these changed and after an article was removed; in one transaction with that change.
 */
export async function regroupArticles(sql: Sql, articleIds: readonly number[]): Promise<void> {
  const tied = await listTied(sql, articleIds);
  const near = tied.length > 0 ? await findNear(sql, tied) : [];
  if (near.length === 0) return;
  const pairs = pairRows.parse(
    await sql(
      `SELECT first_id AS "firstId", second_id AS "secondId", similarity FROM story_pairs
       WHERE first_id = ANY($1) AND second_id = ANY($1)`,
      [near],
    ),
  );
  const decisions = decisionRows.parse(
    await sql(
      `SELECT kind, article_id AS "articleId", other_id AS "otherId" FROM story_choices
       WHERE article_id = ANY($1) AND undone_at IS NULL ORDER BY id`,
      [near],
    ),
  );
  const times = timeRows.parse(
    await sql('SELECT id, published_at AS "publishedAt" FROM articles WHERE id = ANY($1)', [near]),
  );
  const dates = new Map(times.map(({ id, publishedAt }) => [id, publishedAt]));
  const groups = buildStoryGroups(pairs, decisions, dates);
  const paired = new Set(pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]));
  const apart = new Set(decisions.flatMap(({ kind, articleId }) => (kind === 'split' ? [articleId] : [])));
  const byEditor = near.filter((id) => !paired.has(id) || apart.has(id));
  await writeGroups(sql, near, groups, new Set(byEditor));
}

const pairRows = z.array(z.object({ firstId: z.int(), secondId: z.int(), similarity: z.number() }));
const decisionRows = z.array(
  z.object({ kind: z.enum(['split', 'join']), articleId: z.int(), otherId: z.int().nullable() }),
);
const timeRows = z.array(z.object({ id: z.int(), publishedAt: z.date() }));
const idRows = z.array(z.object({ id: z.int() }));

/** The articles, those grouped with them until now, and those that a chain of pairs and joins connects with these. */
async function findNear(sql: Sql, articleIds: readonly number[]): Promise<number[]> {
  const rows = await sql(
    `WITH RECURSIVE grouped AS (
       SELECT o.article_id AS id FROM story_members m JOIN story_members o USING (group_id)
       WHERE m.article_id = ANY($1)),
     near AS (
       SELECT id FROM grouped UNION SELECT unnest($1::int[])
       UNION
       SELECT next.id FROM near CROSS JOIN LATERAL (
         SELECT second_id AS id FROM story_pairs WHERE first_id = near.id
         UNION ALL SELECT first_id FROM story_pairs WHERE second_id = near.id
         UNION ALL SELECT other_id FROM story_choices
           WHERE article_id = near.id AND undone_at IS NULL AND other_id IS NOT NULL
         UNION ALL SELECT article_id FROM story_choices WHERE other_id = near.id AND undone_at IS NULL
       ) next)
     SELECT near.id FROM near JOIN articles ON articles.id = near.id LIMIT ${mostArticles}`,
    [articleIds],
  );
  return idRows.parse(rows).map(({ id }) => id);
}

/** Most articles are alone: for them there is nothing to build and nothing to take away. */
async function listTied(sql: Sql, ids: readonly number[]): Promise<number[]> {
  const rows = await sql(
    `SELECT first_id AS id FROM story_pairs WHERE first_id = ANY($1)
     UNION SELECT second_id FROM story_pairs WHERE second_id = ANY($1)
     UNION SELECT article_id FROM story_members WHERE article_id = ANY($1)
     UNION SELECT article_id FROM story_choices WHERE article_id = ANY($1)
     UNION SELECT other_id FROM story_choices WHERE other_id = ANY($1)`,
    [ids],
  );
  return idRows.parse(rows).map(({ id }) => id);
}

/** Those that stand in a group with one of the given articles, without these. */
export async function findGroupMates(sql: Sql, ids: readonly number[]): Promise<number[]> {
  const rows = await sql(
    `SELECT DISTINCT o.article_id AS id FROM story_members m JOIN story_members o USING (group_id)
     WHERE m.article_id = ANY($1) AND NOT o.article_id = ANY($1)`,
    [ids],
  );
  return idRows.parse(rows).map(({ id }) => id);
}

const memberRows = z.array(z.object({ articleId: z.int(), groupId: z.int() }));

/** A group keeps its number as long as one of its articles was in it. */
async function writeGroups(
  sql: Sql,
  near: readonly number[],
  groups: readonly number[][],
  byEditor: ReadonlySet<number>,
): Promise<void> {
  const former = memberRows.parse(
    await sql(
      `DELETE FROM story_members WHERE article_id = ANY($1)
       RETURNING article_id AS "articleId", group_id AS "groupId"`,
      [near],
    ),
  );
  const formerGroup = new Map(former.map(({ articleId, groupId }) => [articleId, groupId]));
  const free = new Set(formerGroup.values());
  const members: { article_id: number; group_id: number; by: string }[] = [];
  for (const ids of groups) {
    const kept = ids.map((id) => formerGroup.get(id)).find((id) => id !== undefined && free.delete(id));
    const groupId = kept ?? (await createGroup(sql));
    for (const id of ids)
      members.push({ article_id: id, group_id: groupId, by: byEditor.has(id) ? 'editor' : 'auto' });
  }
  await sql(
    `INSERT INTO story_members (article_id, group_id, by)
     SELECT article_id, group_id, by FROM json_to_recordset($1::json) AS i(article_id int, group_id int, by text)`,
    [JSON.stringify(members)],
  );
  await sql('DELETE FROM story_groups g WHERE id = ANY($1) AND NOT EXISTS (SELECT FROM story_members m WHERE m.group_id = g.id)', [[...free]]); // prettier-ignore
}

async function createGroup(sql: Sql): Promise<number> {
  const [group] = z.tuple([z.object({ id: z.int() })]).parse(await sql('INSERT INTO story_groups DEFAULT VALUES RETURNING id')); // prettier-ignore
  return group.id;
}
