import { randomUUID } from 'node:crypto';
import { getLogger } from '@/lib/config/logger';
import { AppError } from '@/lib/errors/app-error';
import { runImport } from './import-pipeline';
import { retryWhileUnavailable } from './retry-while-unavailable';
import { createImport, finishImport, getImport, listUnfinishedImports, setImportTotal } from './import-store';
import { countUpload } from './uploads/count-upload';
import { moveUpload, openUpload, removeOldUploads, removeUpload } from './uploads/upload-store';

/** How long a running import waits for its database before it gives up; a restart takes it up again. */
const patienceMs = 30 * 60_000;

interface RunningImports {
  aborter: AbortController;
  running: Map<string, Promise<void>>;
  /** Imports run one after the other: two at once would only wait for each other's batches. */
  last: Promise<void>;
}

const registryKey = Symbol.for('finews.running-imports');
const shared = globalThis as typeof globalThis & { [registryKey]?: RunningImports };

/** One registry per process, shared by the route handlers and the server that must stop them. */
function getRegistry(): RunningImports {
  return (shared[registryKey] ??= {
    aborter: new AbortController(),
    running: new Map(),
    last: Promise.resolve(),
  });
}

/** Runs a queued import whose files are uploaded, in the background of this server. */
export function startImportJob(importId: string): void {
  const registry = getRegistry();
  if (registry.running.has(importId)) return;
  const job = registry.last.then(() => runJob(importId, registry.aborter.signal));
  registry.last = job;
  registry.running.set(importId, job);
  void job.finally(() => registry.running.delete(importId));
}

async function runJob(importId: string, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  try {
    const total = await countUpload(importId);
    await retryWhileUnavailable(() => setImportTotal(importId, total), { signal, patience: patienceMs });
    const isFinished = await runImport({
      importId,
      open: () => openUpload(importId),
      signal,
      patience: patienceMs,
    });
    const { dryRun } = await getImport(importId);
    // The files of a preview wait for the decision; those of a finished import have done their work.
    if (isFinished && !dryRun) await removeUpload(importId);
  } catch (error) {
    getLogger().error({ err: error, importId }, 'import stopped');
    // Stopped with the server or without a database it stays "running", and goes on at the next start.
    const code = error instanceof AppError ? error.code : 'import-failed';
    if (!getRegistry().aborter.signal.aborted) await finishImport(importId, code).catch(() => undefined);
  }
}

/** Starts for real what a dry run showed, with the same files. Returns the new import's id. */
export async function startPreviewedImport(
  previewId: string,
  request: { asDraft: boolean; editorId: string },
): Promise<string> {
  const preview = await getImport(previewId);
  if (!preview.dryRun) throw new AppError('import-not-a-preview', {}, 409);
  if (preview.status !== 'done') throw new AppError('import-still-running', {}, 409);
  const importId = randomUUID();
  await moveUpload(previewId, importId);
  try {
    await createImport({ dryRun: false, origin: 'admin', ...request }, importId);
  } catch (error) {
    await moveUpload(importId, previewId); // so that it can be tried again
    throw error;
  }
  startImportJob(importId);
  return importId;
}

/** At the start of a server: goes on with what a stopped one left, and clears away what nobody wanted. */
export async function resumeImportJobs(): Promise<void> {
  const unfinished = await listUnfinishedImports();
  for (const { id, origin } of unfinished) {
    if (origin === 'admin' || origin === 'api') startImportJob(id);
  }
  await removeLeftUploads();
}

/** Clears away the files of previews and failed imports that nobody took up within a day. */
export async function removeLeftUploads(): Promise<void> {
  const unfinished = await listUnfinishedImports();
  await removeOldUploads(24, (id) => unfinished.some((one) => one.id === id));
}

/** Lets the running batch finish and stops; the rest is done after the next start. */
export async function stopImportJobs(): Promise<void> {
  const registry = getRegistry();
  registry.aborter.abort();
  await Promise.allSettled(registry.running.values());
}
