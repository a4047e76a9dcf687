import { randomUUID } from 'node:crypto';
import { getDb } from '@/lib/db/prisma-client';
import { type Sql, withTransaction } from '@/lib/db/sql';
import { recordRevisions } from '@/lib/articles/article-writes';
import { recordChanges } from '@/lib/articles/change-log';
import { buildChanges, findListedStates } from '@/lib/articles/listed-state';
import { lockWrites } from '@/lib/articles/save-articles';
import { AppError } from '@/lib/errors/app-error';
import { groupArticles } from '@/lib/groups/group-articles';
import { findGroupMates, regroupArticles } from '@/lib/groups/regroup-articles';
import { z } from 'zod';
import { removeArticles, restoreArticles, takeBackSurroundings } from './take-back';
import { findFormerStates, listTouched, type TouchedArticle, wasChangedSince } from './touched-articles';

/** What an undo did so far; kept in its entry of the history. */
export const undoResult = z.object({
  /** Created articles that are gone again; importing them anew brings them back where they stood. */
  removed: z.int(),
  /** Overwritten articles that have their former content and state again. */
  restored: z.int(),
  /** Slugs of articles that somebody changed since and that were left as they are, at most 1,000. */
  keptBecauseChanged: z.array(z.string()),
  /** How many were left. */
  kept: z.int(),
  /** Changed ones are taken back, too. */
  insist: z.boolean(),
  /** Id of the article after which it goes on. */
  after: z.int(),
});

export type UndoResult = z.infer<typeof undoResult>;

const batchSize = 500;
const maxNamed = 1000;
const undoable = new Set(['done', 'failed', 'cancelled', 'undone']);

/**
 * Registers that an import shall be taken back, as an entry of its own in the history; `runUndo` does it. `insist`
 * takes back also what was changed since; an import that was undone already can be undone once more that way. Returns
 * the entry's id, of the one that is already under way if there is one. Throws `import-unknown` (404),
 * `import-not-undoable` (409) for a preview, an undo, or what still runs.
 */
export async function requestUndo(importId: string, editor: { id: string }, insist = false): Promise<string> {
  return withTransaction(async (sql) => {
    const [parent] = z
      .array(z.object({ status: z.string(), dryRun: z.boolean(), kind: z.string(), origin: z.string() }))
      .parse(
        await sql(
          `SELECT status::text AS status, dry_run AS "dryRun", kind, origin FROM imports WHERE id = $1 FOR UPDATE`,
          [importId],
        ),
      );
    if (!parent) throw new AppError('import-unknown', {}, 404);
    const isAgain = parent.status === 'undone' && !insist;
    if (parent.dryRun || parent.kind !== 'import' || !undoable.has(parent.status) || isAgain)
      throw new AppError('import-not-undoable', { status: parent.status }, 409);
    const [running] = z
      .array(z.object({ id: z.string() }))
      .parse(
        await sql(
          `SELECT id FROM imports WHERE parent_id = $1 AND kind = 'undo' AND status IN ('queued', 'running')`,
          [importId],
        ),
      );
    if (running) return running.id;
    const id = randomUUID();
    const none: UndoResult = { removed: 0, restored: 0, keptBecauseChanged: [], kept: 0, insist, after: 0 };
    await sql(
      `INSERT INTO imports (id, kind, parent_id, origin, editor_id, outcome, total)
       SELECT $1, 'undo', $2, origin, $3, $4, created + updated FROM imports WHERE id = $2`,
      [id, importId, editor.id, JSON.stringify(none)],
    );
    return id;
  });
}

/**
 * Takes an import back, 500 articles a transaction; an undo that was interrupted goes on where it stopped. Ends with
 * the import `undone`. Returns what it did; `undefined` when the signal stopped it.
 */
export async function runUndo(undoId: string, signal?: AbortSignal): Promise<UndoResult | undefined> {
  await getDb().$executeRaw`
    UPDATE imports SET status = 'running', started_at = coalesce(started_at, now())
    WHERE id = ${undoId} AND status IN ('queued', 'running')`;
  for (;;) {
    if (signal?.aborted) return undefined;
    const { result, isEnd } = await withTransaction((sql) => undoBatch(sql, undoId));
    if (isEnd) return result;
  }
}

const entryRow = z.object({
  importId: z.string(),
  editorId: z.string().nullable(),
  outcome: undoResult,
  status: z.string(),
  from: z.date(),
  until: z.date(),
});

async function undoBatch(sql: Sql, undoId: string): Promise<{ result: UndoResult; isEnd: boolean }> {
  await lockWrites(sql);
  const [entry] = z.tuple([entryRow]).parse(
    await sql(
      `SELECT u.parent_id AS "importId", u.editor_id AS "editorId", u.outcome, u.status::text AS status,
         coalesce(i.started_at, i.created_at) AS "from", coalesce(i.finished_at, now()) AS until
       FROM imports u JOIN imports i ON i.id = u.parent_id WHERE u.id = $1 FOR UPDATE OF u`,
      [undoId],
    ),
  );
  const { importId, outcome } = entry;
  // Two processes may both think it theirs: the one that comes later finds it done.
  if (entry.status !== 'running') return { result: outcome, isEnd: true };
  const articles = await listTouched(sql, importId, outcome.after, batchSize);
  const result = await takeBack(sql, articles, entry);
  const isEnd = articles.length < batchSize;
  if (isEnd) await endUndo(sql, entry);
  await sql(
    `UPDATE imports SET outcome = $2, updated = $3, skipped = $4,
       status = CASE WHEN $5 THEN 'done'::import_status ELSE status END,
       finished_at = CASE WHEN $5 THEN now() END
     WHERE id = $1`,
    [undoId, JSON.stringify(result), result.removed + result.restored, result.kept, isEnd],
  );
  return { result, isEnd };
}

type Entry = z.infer<typeof entryRow>;

async function takeBack(sql: Sql, articles: TouchedArticle[], entry: Entry): Promise<UndoResult> {
  const { importId, outcome } = entry;
  const kept = outcome.insist ? [] : articles.filter((article) => wasChangedSince(article, importId));
  const keptIds = new Set(kept.map(({ id }) => id));
  const wanted = articles.filter(({ id }) => !keptIds.has(id));
  const former = await findFormerStates(sql, wanted, importId);
  // What was there before the import is never taken away, even where its former state is not known any more.
  const going = wanted.filter(({ id, firstOutcome }) => former.has(id) || firstOutcome === 'created');
  const removed = going.filter(({ id }) => !former.has(id));
  const ids = going.map(({ id }) => id);
  const before = await findListedStates(sql, ids);
  const mates = await findGroupMates(sql, ids);
  if (outcome.insist) await keepEdits(sql, going, entry);
  await removeArticles(
    sql,
    removed.map(({ id }) => id),
    importId,
  );
  await restoreArticles(sql, [...former.values()], entry.from);
  // As if the import had never been: an undo of the one before it must not take these for a later change.
  await sql('DELETE FROM revisions WHERE article_id = ANY($1) AND import_id = $2', [ids, importId]);
  // One more undo, that insists, is about the others.
  await sql('UPDATE import_items SET article_id = NULL WHERE import_id = $2 AND article_id = ANY($1)', [
    ids,
    importId,
  ]);
  await groupArticles(sql, [...former.keys()]);
  await regroupArticles(sql, mates);
  await recordChanges(sql, buildChanges(before, await findListedStates(sql, ids)));
  const back = [...former.values()].filter(({ state }) => state.deletedAt === null).length;
  return {
    ...outcome,
    removed: outcome.removed + going.length - back,
    restored: outcome.restored + back,
    kept: outcome.kept + kept.length,
    keptBecauseChanged: [...outcome.keptBecauseChanged, ...kept.map(({ slug }) => slug)].slice(0, maxNamed),
    after: articles.at(-1)?.id ?? outcome.after,
  };
}

/** What the editor insists on overwriting stays as a revision. */
async function keepEdits(sql: Sql, articles: TouchedArticle[], entry: Entry): Promise<void> {
  const edited = articles.filter((article) => wasChangedSince(article, entry.importId));
  const by = entry.editorId === null ? {} : { editorId: entry.editorId };
  await recordRevisions(
    sql,
    edited.map(({ id }) => id),
    by,
  );
}

async function endUndo(sql: Sql, { importId, from, until }: Entry): Promise<void> {
  await takeBackSurroundings(sql, importId, { from, until });
  await sql(`UPDATE imports SET status = 'undone' WHERE id = $1`, [importId]);
}
