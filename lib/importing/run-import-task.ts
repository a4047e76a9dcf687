import { getLogger } from '@/lib/config/logger';
import { AppError } from '@/lib/errors/app-error';
import { runImport } from './import-pipeline';
import type { ImportTask } from './import-queue';
import { finishImport, getImport, setImportTotal } from './import-store';
import type { ParsePool } from './parsing/parse-pool';
import { inlineParser } from './parsing/parser';
import { retryWhileUnavailable } from './retry-while-unavailable';
import { runUndo } from './undo/undo-import';
import { countUpload, isSmallUpload } from './uploads/count-upload';
import { openUpload } from './uploads/upload-store';

/** How long a running import waits for its database before it gives up; the queue takes it up again. */
const patience = 30 * 60_000;

/** Does one task of the queue. Whatever stops it other than the signal is written into the import for the editor. */
export async function runImportTask(
  task: ImportTask,
  importId: string,
  { signal, pool }: { signal: AbortSignal; pool: ParsePool },
): Promise<void> {
  const waiting = { signal, patience };
  try {
    const { status, total } = await retryWhileUnavailable(() => getImport(importId), waiting);
    // A task can come late: paused, cancelled or ended meanwhile.
    if (status !== 'queued' && status !== 'running') return;
    if (task === 'undo') {
      const result = await retryWhileUnavailable(() => runUndo(importId, signal), waiting);
      if (result === undefined) throw new ImportStopped();
      return;
    }
    if (total === 0) await setImportTotal(importId, await countUpload(importId));
    const parser = (await isSmallUpload(importId)) ? inlineParser : pool;
    const open = (skip: number) => openUpload(importId, skip);
    const end = await runImport({ importId, open, parser, ...waiting });
    // Whoever stopped it before its end wants it to go on: the queue tries again.
    if (end === 'stopped') throw new ImportStopped();
  } catch (error) {
    if (error instanceof ImportStopped || signal.aborted) throw error;
    getLogger().error({ err: error, importId, task }, 'import stopped');
    const code = error instanceof AppError ? error.code : 'import-failed';
    await finishImport(importId, code);
  }
}

class ImportStopped extends Error {}
