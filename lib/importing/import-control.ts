import { randomUUID } from 'node:crypto';
import type { Prisma } from '@/lib/db/generated/client';
import { getDb } from '@/lib/db/prisma-client';
import { AppError } from '@/lib/errors/app-error';
import { sendImportTask } from './import-queue';
import { createImport, getImport } from './import-store';
import { importOptions } from './import-options';
import { moveUpload } from './uploads/upload-store';

/** Starts for real what a dry run showed, with the same files, options and choices. Returns the new import's id. */
export async function startPreviewedImport(
  previewId: string,
  request: { asDraft: boolean; editorId: string },
): Promise<string> {
  const preview = await getImport(previewId);
  if (!preview.dryRun) throw new AppError('import-not-a-preview', {}, 409);
  if (preview.status !== 'done') throw new AppError('import-still-running', {}, 409);
  const { options } = await getDb().import.findUniqueOrThrow({
    where: { id: previewId },
    select: { options: true },
  });
  const id = randomUUID();
  await moveUpload(previewId, id);
  try {
    await createImport(
      {
        ...request,
        dryRun: false,
        origin: 'admin',
        parentId: previewId,
        options: importOptions.parse(options),
        total: preview.total,
      },
      id,
      (tx) => copyChoices(tx, previewId, id),
    );
  } catch (error) {
    await moveUpload(id, previewId); // so that it can be tried again
    throw error;
  }
  await sendImportTask('run', id);
  return id;
}

async function copyChoices(tx: Prisma.TransactionClient, from: string, to: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO import_choices (import_id, path, choice) SELECT ${to}, path, choice FROM import_choices
    WHERE import_id = ${from}`;
}

/** Asks a running import to stop after its batch; one that waits in the queue is stopped at once. */
async function request(id: string, wanted: 'pause' | 'cancel'): Promise<void> {
  const status = wanted === 'pause' ? 'paused' : 'cancelled';
  const changed = await getDb().$executeRaw`
    UPDATE imports SET requested = CASE WHEN status = 'running' THEN ${wanted} END,
      status = CASE WHEN status = 'running' THEN status ELSE ${status}::import_status END,
      run_token = CASE WHEN status = 'running' THEN run_token END,
      finished_at = CASE WHEN ${status} = 'cancelled' AND status <> 'running' THEN now() ELSE finished_at END
    WHERE id = ${id} AND kind = 'import'
      AND (status IN ('queued', 'running') OR (status = 'paused' AND ${wanted} = 'cancel'))
      AND (origin IN ('admin', 'api') OR ${wanted} = 'cancel')`;
  if (changed === 0) await explainRefusal(id);
}

async function explainRefusal(id: string): Promise<never> {
  const { status, origin } = await getImport(id);
  // Nobody but its own process could go on with it.
  if (status === 'running' && origin !== 'admin' && origin !== 'api')
    throw new AppError('import-without-files', {}, 409);
  throw new AppError('import-not-running', { status }, 409);
}

/**
 * Pauses an import of uploaded files; `resumeImport` lets it go on. Throws `import-unknown` (404), `import-not-running`,
 * `import-without-files` (409).
 */
export async function pauseImport(id: string): Promise<void> {
  await request(id, 'pause');
}

/** Ends an import before its time; what it wrote stays, and can be undone. Throws like `pauseImport`. */
export async function cancelImport(id: string): Promise<void> {
  await request(id, 'cancel');
}

/** Lets a paused import go on; one that has not paused yet does not. Throws `import-unknown` (404), `import-not-paused` (409). */
export async function resumeImport(id: string): Promise<void> {
  const changed = await getDb().$executeRaw`
    UPDATE imports SET status = CASE WHEN status = 'paused' THEN 'queued' ELSE status END, requested = NULL
    WHERE id = ${id} AND (status = 'paused' OR (status = 'running' AND requested = 'pause'))`;
  if (changed === 0) {
    const { status } = await getImport(id);
    throw new AppError('import-not-paused', { status }, 409);
  }
  await sendImportTask('run', id);
}
