import { randomUUID } from 'node:crypto';
import type { Prisma } from '@/lib/db/generated/client';
import { getDb } from '@/lib/db/prisma-client';
import { AppError } from '@/lib/errors/app-error';
import {
  importNotes,
  type ImportOutcome,
  importOutcomes,
  type ImportReport,
  type ImportReportItem,
  type ImportSummary,
} from './import-report';
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
  createdAt: true,
  startedAt: true,
  finishedAt: true,
} as const satisfies Prisma.ImportSelect;

/** How an import was asked for. */
export interface ImportRequest {
  dryRun: boolean;
  asDraft: boolean;
  origin: 'cli' | 'admin' | 'api' | 'first-run';
  editorId?: string;
}

/** Registers an import, still queued, whose files are all there. Returns its id: a new one unless stated. */
export async function createImport(request: ImportRequest, id: string = randomUUID()): Promise<string> {
  await getDb().import.create({ data: { id, ...request }, select: { id: true } });
  return id;
}

/** State and counts of an import. Throws `import-unknown` (404). */
export async function getImport(id: string): Promise<ImportSummary> {
  const row = await getDb().import.findUnique({ where: { id }, select: summaryFields });
  if (!row) throw new AppError('import-unknown', {}, 404);
  return row;
}

const outcome = z.enum(importOutcomes);

/** The report of an import, filtered by outcome and note, from a position on, at most `limit` items. */
export async function getImportReport(
  id: string,
  filter: { outcome?: ImportOutcome; code?: string; after?: number; limit: number },
): Promise<ImportReport> {
  const summary = await getImport(id);
  const rows = await getDb().importItem.findMany({
    where: {
      importId: id,
      outcome: filter.outcome,
      position: { gt: filter.after ?? -1 },
      ...(filter.code === undefined ? {} : { warnings: { array_contains: [{ code: filter.code }] } }),
    },
    orderBy: { position: 'asc' },
    take: filter.limit + 1,
  });
  const items = rows.slice(0, filter.limit).map((row): ImportReportItem => ({
    position: row.position,
    path: row.path,
    outcome: outcome.parse(row.outcome),
    slug: row.slug,
    title: row.title,
    publishedAt: row.publishedAt,
    category: row.category,
    notes: importNotes.parse(row.warnings),
  }));
  return { ...summary, items, next: rows.length > filter.limit ? (items.at(-1)?.position ?? null) : null };
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

/** Imports that a stopped server left unfinished. Those of the command line end with their process. */
export async function listUnfinishedImports(): Promise<{ id: string; origin: string }[]> {
  return getDb().import.findMany({
    where: { status: { in: ['queued', 'running'] } },
    select: { id: true, origin: true },
    orderBy: { createdAt: 'asc' },
  });
}

/** Marks an import as running and returns it with the number of files that are done already. */
export async function startImport(id: string): Promise<ImportSummary & { processed: number }> {
  await getDb().$executeRaw`
    UPDATE imports SET status = 'running', started_at = coalesce(started_at, now()), error_code = NULL
    WHERE id = ${id}`;
  const summary = await getImport(id);
  const processed = summary.created + summary.updated + summary.unchanged + summary.rejected;
  return { ...summary, processed };
}

/** One finished file, as it goes into the table. */
export interface FinishedItem extends ImportReportItem {
  articleId: number | null;
  contentHash: string | null;
}

/** For articles that an earlier file of the same import was saved as: that file's path, by article id. */
export async function findEarlierPaths(
  tx: Prisma.TransactionClient,
  importId: string,
  saved: { articleId: number; outcome: string }[],
): Promise<Map<number, string>> {
  const known = saved.filter(({ outcome }) => outcome !== 'created').map(({ articleId }) => articleId);
  if (known.length === 0) return new Map();
  const rows = await tx.importItem.findMany({
    where: { importId, articleId: { in: known } },
    select: { articleId: true, path: true },
    orderBy: { position: 'asc' },
  });
  return new Map(rows.map(({ articleId, path }) => [articleId ?? 0, path]));
}

/** Writes finished items and adds them to the counts, in the transaction that saved their articles. */
export async function recordItems(
  tx: Prisma.TransactionClient,
  importId: string,
  items: FinishedItem[],
): Promise<void> {
  await tx.importItem.createMany({
    data: items.map(({ notes, ...item }) => ({
      ...item,
      importId,
      warnings: notes.map(({ code, params, line }) => ({
        code,
        ...(params && { params }),
        ...(line && { line }),
      })),
    })),
  });
  const count = (wanted: ImportOutcome) => items.filter((item) => item.outcome === wanted).length;
  await tx.$executeRaw`
    UPDATE imports SET created = created + ${count('created')}, updated = updated + ${count('updated')},
      unchanged = unchanged + ${count('unchanged')}, rejected = rejected + ${count('rejected')},
      total = greatest(total, created + updated + unchanged + rejected + ${items.length})
    WHERE id = ${importId}`;
}

/** Sets about how many files an import has, before they were read. */
export async function setImportTotal(id: string, total: number): Promise<void> {
  await getDb().import.update({ where: { id }, data: { total } });
}

/** Ends an import: done, or failed with the code of what stopped it. The total is now exact. */
export async function finishImport(id: string, errorCode: string | null): Promise<void> {
  const status = errorCode === null ? 'done' : 'failed';
  await getDb().$executeRaw`
    UPDATE imports SET status = ${status}::import_status, error_code = ${errorCode}, finished_at = now(),
      total = created + updated + unchanged + rejected
    WHERE id = ${id}`;
}
