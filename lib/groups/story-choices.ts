import type { ActingEditor } from '@/lib/articles/article-admin-store';
import { recordChanges } from '@/lib/articles/change-log';
import { buildChanges, findListedStates } from '@/lib/articles/listed-state';
import { lockWrites } from '@/lib/articles/save-articles';
import { type Sql, withTransaction } from '@/lib/db/sql';
import { AppError } from '@/lib/errors/app-error';
import { z } from 'zod';
import { findGroupMates, regroupArticles } from './regroup-articles';

const idRows = z.array(z.object({ id: z.int() }));

/**
 * Takes an article out of its group; it is not grouped by itself again, whatever comes. Returns the number of the
 * decision, for `undoChoice`. Throws `article-unknown` (404), `group-alone` (409).
 */
export async function splitFromGroup(editor: ActingEditor, slug: string): Promise<number> {
  return withTransaction(async (sql) => {
    await lockWrites(sql);
    const id = await requireArticle(sql, slug, new AppError('article-unknown', {}, 404));
    if ((await findGroupMates(sql, [id])).length === 0) throw new AppError('group-alone', {}, 409);
    return decide(sql, editor, { kind: 'split', articleId: id, otherId: null });
  });
}

/**
 * Puts two articles, and the groups that they are in, together. Returns the number of the decision. Throws
 * `article-unknown`, `group-article-unknown` (404) for the other one, `group-same-article`, `group-joined-already` (409).
 */
export async function joinArticles(editor: ActingEditor, slug: string, otherSlug: string): Promise<number> {
  return withTransaction(async (sql) => {
    await lockWrites(sql);
    const articleId = await requireArticle(sql, slug, new AppError('article-unknown', {}, 404));
    const otherId = await requireArticle(sql, otherSlug, new AppError('group-article-unknown', {}, 404));
    if (articleId === otherId) throw new AppError('group-same-article', {}, 409);
    if ((await findGroupMates(sql, [articleId])).includes(otherId))
      throw new AppError('group-joined-already', {}, 409);
    return decide(sql, editor, { kind: 'join', articleId, otherId });
  });
}

/** Takes a decision about an article back. Throws `group-choice-unknown` (404) when there is none that stands. */
export async function undoChoice(_editor: ActingEditor, slug: string, choiceId: number): Promise<void> {
  await withTransaction(async (sql) => {
    await lockWrites(sql);
    const [choice] = choiceRows.parse(
      await sql(
        `SELECT c.article_id AS "articleId", c.other_id AS "otherId" FROM story_choices c
         WHERE c.id = $1 AND c.undone_at IS NULL
           AND EXISTS (SELECT FROM articles a WHERE a.slug = $2 AND a.id IN (c.article_id, c.other_id))`,
        [choiceId, slug],
      ),
    );
    if (!choice) throw new AppError('group-choice-unknown', {}, 404);
    await regroup(sql, [choice.articleId, choice.otherId], () =>
      sql('UPDATE story_choices SET undone_at = now() WHERE id = $1', [choiceId]),
    );
  });
}

const choiceRows = z.array(z.object({ articleId: z.int(), otherId: z.int().nullable() }));

async function requireArticle(sql: Sql, slug: string, unknown: AppError): Promise<number> {
  const [row] = idRows.parse(await sql('SELECT id FROM articles WHERE slug = $1', [slug]));
  if (!row) throw unknown;
  return row.id;
}

interface Decision {
  kind: 'split' | 'join';
  articleId: number;
  otherId: number | null;
}

async function decide(sql: Sql, editor: ActingEditor, decision: Decision): Promise<number> {
  const { kind, articleId, otherId } = decision;
  const rows = await regroup(sql, [articleId, otherId], () =>
    sql(
      `INSERT INTO story_choices (kind, article_id, other_id, editor_id) VALUES ($1, $2, $3, $4) RETURNING id`,
      [kind, articleId, otherId, editor.id],
    ),
  );
  const [choice] = z.tuple([z.object({ id: z.int() })]).parse(rows);
  return choice.id;
}

/** Writes a decision, builds the groups anew, and tells every page that shows an article of a group before or after. */
async function regroup<T>(sql: Sql, about: (number | null)[], write: () => Promise<T>): Promise<T> {
  const ids = about.filter((id) => id !== null);
  const before = await findGroupMates(sql, ids);
  const result = await write();
  await regroupArticles(sql, [...ids, ...before]);
  const after = await findGroupMates(sql, ids);
  const states = await findListedStates(sql, [...new Set([...ids, ...before, ...after])]);
  await recordChanges(sql, buildChanges(states, states));
  return result;
}
