import { randomUUID } from 'node:crypto';
import type { Prisma } from '@/lib/db/generated/client';
import type { Sql } from '@/lib/db/sql';
import { getDb } from '@/lib/db/prisma-client';
import { AppError } from '@/lib/errors/app-error';
import { type ImportOptions, importOptions } from './import-options';
import type { ImportReport, ImportReportItem, ImportSummary } from './import-report';
import { type ItemFilter, listReportItems } from './report-items';
import { z } from 'zod';

const summaryFields = {
  id: true,
  status: true,
  dryRun: true,
  asDraft: true,
  origin: true,
  errorCode: true,
  total: true,
  created: true,
  updated: true,
  unchanged: true,
  rejected: true,
  skipped: true,
  kind: true,
  parentId: true,
  outcome: true,
  requested: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
} as const satisfies Prisma.ImportSelect;

/** How an import was asked for. */
export interface ImportRequest {
  dryRun: boolean;
  asDraft: boolean;
  origin: 'cli' | 'admin' | 'api' | 'first-run' | 'feed';
  editorId?: string;
  /** The preview it follows, or the import whose rejected files it tries again. */
  parentId?: string;
  feedId?: number;
  options?: ImportOptions;
  /** About how many files, where that is known. */
  total?: number;
  /** What the client calls its request (request-key.ts); no two imports share one. */
  requestKey?: string | null;
}

/**
 * Registers an import, still queued, whose files are all there. Returns its id: a new one unless stated. `alsoWrite`
 * is in the same transaction: a worker that looks at that moment finds all of it or nothing.
 */
export async function createImport(
  request: ImportRequest,
  id: string = randomUUID(),
  alsoWrite?: (tx: Prisma.TransactionClient) => Promise<unknown>,
): Promise<string> {
  await getDb().$transaction(async (tx) => {
    await tx.import.create({ data: { id, ...request }, select: { id: true } });
    await alsoWrite?.(tx);
  });
  return id;
}

/** State and counts of an import. Throws `import-unknown` (404). */
export async function getImport(id: string): Promise<ImportSummary> {
  const row = await getDb().import.findUnique({ where: { id }, select: summaryFields });
  if (!row) throw new AppError('import-unknown', {}, 404);
  return row;
}

/** The report of an import, filtered, from behind a position on, at most `limit` items. */
export async function getImportReport(
  id: string,
  filter: ItemFilter & { after?: number; limit: number },
): Promise<ImportReport> {
  const summary = await getImport(id);
  const rows = await listReportItems(id, filter, filter.after ?? -1, filter.limit + 1);
  const items = rows.slice(0, filter.limit);
  return { ...summary, items, next: rows.length > filter.limit ? (items.at(-1)?.position ?? null) : null };
}

/** The options of an import, complete. Throws `import-unknown` (404). */
export async function getImportOptions(id: string): Promise<ImportOptions> {
  const row = await getDb().import.findUnique({ where: { id }, select: { options: true } });
  if (!row) throw new AppError('import-unknown', {}, 404);
  return importOptions.parse(row.options);
}

/** What came before and after an import: the preview, the retry, the undo; oldest first. */
export async function listRelatedImports(summary: ImportSummary): Promise<ImportSummary[]> {
  return getDb().import.findMany({
    where: {
      OR: [{ parentId: summary.id }, ...(summary.parentId === null ? [] : [{ id: summary.parentId }])],
    },
    orderBy: { createdAt: 'asc' },
    take: 50,
    select: summaryFields,
  });
}

/** How many items of an import carry each note, for the filter of the report. */
export async function countImportNotes(id: string): Promise<{ code: string; count: number }[]> {
  const rows = await getDb().$queryRaw`
    SELECT note->>'code' AS code, count(*)::int AS count
    FROM import_items, jsonb_array_elements(warnings) AS note
    WHERE import_id = ${id} GROUP BY 1 ORDER BY 2 DESC, 1`;
  return z.array(z.object({ code: z.string(), count: z.int() })).parse(rows);
}

/** Past imports, newest first; `before` is the creation time of the last one seen. */
export async function listImports(limit: number, before?: Date): Promise<ImportSummary[]> {
  return getDb().import.findMany({
    where: before ? { createdAt: { lt: before } } : {},
    orderBy: { createdAt: 'desc' },
    take: limit,
    select: summaryFields,
  });
}

/** Imports and undos that wait or run in a server. Those of the command line and of feeds end with their process. */
export async function listUnfinishedImports(): Promise<{ id: string; kind: string }[]> {
  return getDb().import.findMany({
    where: {
      status: { in: ['queued', 'running'] },
      OR: [{ origin: { in: ['admin', 'api'] } }, { kind: 'undo' }],
    },
    select: { id: true, kind: true },
    orderBy: { createdAt: 'asc' },
  });
}

/** One finished file, as it goes into the table. */
export interface FinishedItem extends ImportReportItem {
  articleId: number | null;
  contentHash: string | null;
}

/** For articles that an earlier file of the same import was saved as: that file's path, by article id. */
export async function findEarlierPaths(
  sql: Sql,
  importId: string,
  saved: { articleId: number; outcome: string }[],
): Promise<Map<number, string>> {
  const known = saved.filter(({ outcome }) => outcome !== 'created').map(({ articleId }) => articleId);
  if (known.length === 0) return new Map();
  const rows = await sql(
    `SELECT article_id AS "articleId", path FROM import_items
     WHERE article_id = ANY($2) AND import_id = $1 ORDER BY position`,
    [importId, known],
  );
  const items = z.array(z.object({ articleId: z.int(), path: z.string() })).parse(rows);
  return new Map(items.map(({ articleId, path }) => [articleId, path]));
}

/** Sets about how many files an import has, before they were read. */
export async function setImportTotal(id: string, total: number): Promise<void> {
  await getDb().import.update({ where: { id }, data: { total } });
}

/** Ends an import that has not ended: done, or failed with the code of what stopped it. The total is now exact. */
export async function finishImport(id: string, errorCode: string | null): Promise<void> {
  const status = errorCode === null ? 'done' : 'failed';
  await getDb().$executeRaw`
    UPDATE imports SET status = ${status}::import_status, error_code = ${errorCode}, finished_at = now(),
      run_token = NULL, requested = NULL, total = created + updated + unchanged + rejected + skipped
    WHERE id = ${id} AND status IN ('queued', 'running')`;
}
