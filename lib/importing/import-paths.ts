import { randomUUID } from 'node:crypto';
import { defaultImportLimits } from './import-limits';
import { runImport } from './import-pipeline';
import { ParsePool } from './parsing/parse-pool';
import type { ImportReport, ImportSummary } from './import-report';
import { createImport, finishImport, getImport, getImportReport, type ImportRequest } from './import-store';
import type { FinishedItem } from './import-store';
import { holdImportLock } from './process-lock';
import { openSources } from './sources/open-source';

type PathOptions = Pick<ImportRequest, 'dryRun' | 'asDraft' | 'origin' | 'options'> & {
  signal?: AbortSignal;
  onProgress?: (items: FinishedItem[]) => void;
};

/**
 * Imports files, folders, archives or `-` (standard input) in this process and returns the whole report.
 * Throws `database-unavailable` when the database stays away for 30 s; what was written until then stays,
 * and the same call later goes on with the rest.
 */
export async function importPaths(paths: string[], options: PathOptions): Promise<ImportReport> {
  const { id } = await runPathImport(paths, options);
  return getImportReport(id, { limit: 1_000_000 });
}

/** The same, without the items: those of a hundred thousand files are better read page by page. */
export async function runPathImport(
  paths: string[],
  { signal = new AbortController().signal, onProgress, ...request }: PathOptions,
): Promise<ImportSummary> {
  const importId = randomUUID();
  const open = (skip: number) => openSources(paths, defaultImportLimits, skip);
  // Before there is an import to be found: whoever looks for abandoned ones must find the lock taken.
  const lock = await holdImportLock(importId);
  const pool = new ParsePool();
  try {
    await createImport(request, importId);
    const end = await runImport({ importId, open, parser: pool, signal, patience: 30_000, ...(onProgress && { onProgress }) });
    if (end === 'stopped') await finishImport(importId, 'interrupted');
  } catch (error) {
    await finishImport(importId, 'stopped').catch(() => undefined); // the database may be what is gone
    throw error;
  } finally {
    await pool.close();
    await lock.release();
  }
  return getImport(importId);
} // prettier-ignore
