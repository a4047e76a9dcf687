import { randomUUID } from 'node:crypto';
import type { Sql } from '@/lib/db/sql';
import { getDb } from '@/lib/db/prisma-client';
import { z } from 'zod';
import { type ImportOptions, importOptions, type ItemChoice, itemChoice } from './import-options';
import { countProcessed } from './count-processed';
import { type FinishedItem, getImport } from './import-store';
import { type ImportOutcome, importOutcomes, type ImportSummary } from './import-report';

/** The place in a source where an import goes on: number of a file, and of a post in it. */
export interface ImportPlace {
  entry: number;
  inEntry: number;
}

/** An import that this process may write for. */
export interface ImportRun {
  summary: ImportSummary;
  /** Whoever runs an import later has another one; a run whose token is no longer there has to stop. */
  token: string;
  /** Items that are done already. */
  processed: number;
  place: ImportPlace;
  options: ImportOptions;
  choices: Map<string, ItemChoice>;
  feedId: number | null;
}

/** This run's import belongs to another run now, or it was ended: nothing was written, nothing more may be. */
export class ImportRunLost extends Error {}

/** What an editor asked a running import to do. */
export type ImportRequested = 'pause' | 'cancel' | null;

/**
 * Takes an import over: whoever ran it before cannot write any more. Throws `import-unknown` (404), and ImportRunLost
 * for one that was paused or ended meanwhile.
 */
export async function claimImport(id: string): Promise<ImportRun> {
  const token = randomUUID();
  const claimed = await getDb().$executeRaw`
    UPDATE imports SET status = 'running', started_at = coalesce(started_at, now()), error_code = NULL,
      finished_at = NULL, run_token = ${token}
    WHERE id = ${id} AND status IN ('queued', 'running')`;
  const summary = await getImport(id);
  if (claimed === 0) throw new ImportRunLost();
  const row = await getDb().import.findUniqueOrThrow({
    where: { id },
    select: { options: true, nextEntry: true, nextInEntry: true, feedId: true },
  });
  return {
    summary,
    token,
    processed: countProcessed(summary),
    place: { entry: row.nextEntry, inEntry: row.nextInEntry },
    options: importOptions.parse(row.options),
    choices: await listChoices(id),
    feedId: row.feedId,
  };
}

async function listChoices(importId: string): Promise<Map<string, ItemChoice>> {
  const rows = await getDb().importChoice.findMany({ where: { importId } });
  return new Map(rows.map(({ path, choice }) => [path, itemChoice.parse(choice)]));
}

const stateRow = z.object({ token: z.string().nullable(), processed: z.int() });

/**
 * Locks the import for one batch. `false`: the batch that begins at `first` is written already (its commit was not
 * heard of, because the connection broke). Throws ImportRunLost.
 */
export async function lockRun(sql: Sql, run: ImportRun, first: number): Promise<boolean> {
  const [row] = z.array(stateRow).parse(
    await sql(
      `SELECT run_token AS token, created + updated + unchanged + rejected + skipped AS processed
         FROM imports WHERE id = $1 FOR UPDATE`,
      [run.summary.id],
    ),
  );
  if (row?.token !== run.token) throw new ImportRunLost();
  return row.processed <= first;
}

/** Writes finished items and adds them to the counts, in the transaction that saved their articles. */
export async function recordItems(
  sql: Sql,
  importId: string,
  items: FinishedItem[],
  next: ImportPlace,
): Promise<void> {
  await sql(
    `INSERT INTO import_items (import_id, position, path, outcome, format, charset, changed_fields, article_id, slug,
       title, published_at, category, warnings, content_hash)
     SELECT $1, position, path, outcome, format, charset, changed_fields, article_id, slug, title, published_at,
       category, warnings, content_hash
     FROM json_to_recordset($2::json) AS input(position int, path text, outcome text, format text, charset text,
       changed_fields text[], article_id int, slug text, title text, published_at timestamptz, category text,
       warnings jsonb, content_hash text)`,
    [importId, JSON.stringify(items.map(toColumns))],
  );
  const count = (wanted: ImportOutcome) => items.filter((item) => item.outcome === wanted).length;
  await sql(
    `UPDATE imports SET created = created + $2, updated = updated + $3, unchanged = unchanged + $4,
       rejected = rejected + $5, skipped = skipped + $6, next_entry = $7, next_in_entry = $8,
       total = greatest(total, created + updated + unchanged + rejected + skipped + $9)
     WHERE id = $1`,
    [importId, ...importOutcomes.map(count), next.entry, next.inEntry, items.length],
  );
}

function toColumns(item: FinishedItem) {
  return {
    position: item.position,
    path: item.path,
    outcome: item.outcome,
    format: item.format,
    charset: item.charset,
    changed_fields: item.changedFields,
    article_id: item.articleId,
    slug: item.slug,
    title: item.title,
    published_at: item.publishedAt,
    category: item.category,
    warnings: item.notes,
    content_hash: item.contentHash,
  };
}

const requestedRow = z.enum(['pause', 'cancel']).nullable();

/** What an editor asked for since the import was started. */
export async function getRequested(id: string): Promise<ImportRequested> {
  const row = await getDb().import.findUnique({ where: { id }, select: { requested: true } });
  return requestedRow.parse(row?.requested ?? null);
}

/**
 * The run obeys: the import is paused or cancelled now. False: that is not wanted any more, or the import belongs to
 * another run.
 */
export async function obeyRequest(run: ImportRun, requested: 'pause' | 'cancel'): Promise<boolean> {
  const status = requested === 'pause' ? 'paused' : 'cancelled';
  const obeyed = await getDb().$executeRaw`
    UPDATE imports SET status = ${status}::import_status, requested = NULL, run_token = NULL,
      finished_at = CASE WHEN ${status} = 'cancelled' THEN now() END
    WHERE id = ${run.summary.id} AND run_token = ${run.token} AND requested = ${requested}`;
  return obeyed > 0;
}
