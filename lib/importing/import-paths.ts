import { defaultImportLimits } from './import-limits';
import { runImport } from './import-pipeline';
import type { ImportReport } from './import-report';
import { createImport, finishImport, getImportReport, type ImportRequest } from './import-store';
import type { FinishedItem } from './import-store';
import { openSources } from './sources/open-source';

/**
 * Imports files, folders, archives or `-` (standard input) in this process and returns the whole report.
 * Throws `database-unavailable` when the database stays away for 30 s; what was written until then stays,
 * and the same call later goes on with the rest.
 */
export async function importPaths(
  paths: string[],
  options: Pick<ImportRequest, 'dryRun' | 'asDraft' | 'origin'> & {
    signal?: AbortSignal;
    onProgress?: (items: FinishedItem[]) => void;
  },
): Promise<ImportReport> {
  const { dryRun, asDraft, origin, onProgress } = options;
  const importId = await createImport({ dryRun, asDraft, origin });
  const signal = options.signal ?? new AbortController().signal;
  const open = () => openSources(paths, defaultImportLimits);
  try {
    const finished = await runImport({ importId, open, signal, patience: 30_000, onProgress });
    if (!finished) await finishImport(importId, 'interrupted');
  } catch (error) {
    await finishImport(importId, 'stopped').catch(() => undefined); // the database may be what is gone
    throw error;
  }
  return getImportReport(importId, { limit: 1_000_000 });
}
