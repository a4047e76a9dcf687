import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Prisma } from '@/lib/db/generated/client';
import { getDb } from '@/lib/db/prisma-client';
import { AppError } from '@/lib/errors/app-error';
import { z } from 'zod';
import { sendImportTask } from './import-queue';
import { createImport, getImport, getImportOptions } from './import-store';
import { getFilePath } from './parse-context';
import { hasUpload, openUpload, removeUpload, UploadStore } from './uploads/upload-store';

/** Texts that take the place of originals: what an editor mended. */
export const retryRequest = z.object({
  files: z
    .array(z.object({ path: z.string().max(1000), text: z.string().max(70_000) }))
    .max(200)
    .default([]),
});

/**
 * Imports the rejected files of an import again, from the kept originals or as the editor mended them, with the same
 * options. Returns the new import's id. Throws `import-unknown` (404), `import-still-running`,
 * `import-without-files`, `nothing-rejected`, `nothing-to-retry` (409), `upload-gone` (410).
 */
export async function retryRejected(
  parentId: string,
  editor: { id: string },
  { files, dryRun }: z.infer<typeof retryRequest> & { dryRun: boolean },
): Promise<string> {
  const parent = await getImport(parentId);
  if (['queued', 'running', 'paused'].includes(parent.status))
    throw new AppError('import-still-running', {}, 409);
  if (parent.kind !== 'import' || (parent.origin !== 'admin' && parent.origin !== 'api'))
    throw new AppError('import-without-files', {}, 409);
  const rejected = await listRejectedFiles(parentId);
  if (rejected.size === 0) throw new AppError('nothing-rejected', {}, 409);
  if (!(await hasUpload(parentId))) throw new AppError('upload-gone', {}, 410);
  const mended = new Map(files.map(({ path, text }) => [getFilePath(path), text]));
  const id = randomUUID();
  try {
    const total = await copyFiles(parentId, id, rejected, mended);
    if (total === 0) throw new AppError('nothing-to-retry', {}, 409);
    const { asDraft } = parent;
    const options = await getImportOptions(parentId);
    await createImport({ dryRun, asDraft, origin: 'admin', editorId: editor.id, parentId, options, total }, id, (tx) =>
      copyChoices(tx, parentId, id, [...rejected]),
    );
  } catch (error) {
    await removeUpload(id);
    throw error;
  }
  await sendImportTask('run', id);
  return id;
} // prettier-ignore

async function listRejectedFiles(importId: string): Promise<Set<string>> {
  const rows = await getDb().importItem.findMany({
    where: { importId, outcome: 'rejected' },
    select: { path: true },
    orderBy: { position: 'asc' },
  });
  return new Set(rows.map(({ path }) => getFilePath(path)));
}

/** Returns how many files there are to try again. */
async function copyFiles(
  fromId: string,
  toId: string,
  rejected: ReadonlySet<string>,
  mended: ReadonlyMap<string, string>,
): Promise<number> {
  const store = await UploadStore.create(toId);
  const done = new Set<string>();
  for await (const entry of openUpload(fromId)) {
    const path = entry.kind === 'file' ? entry.file.path : entry.path;
    const text = mended.get(path);
    if (!rejected.has(path) || done.has(path)) continue;
    if (text === undefined && entry.kind === 'rejected') continue;
    const bytes = text === undefined && entry.kind === 'file' ? entry.file.bytes : Buffer.from(text ?? '');
    await store.add(path, Readable.from([bytes]));
    done.add(path);
  }
  return store.fileCount;
}

/** A character set that was chosen for a file counts for its second try; the mended text is UTF-8 and says so itself. */
async function copyChoices(
  tx: Prisma.TransactionClient,
  from: string,
  to: string,
  paths: string[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO import_choices (import_id, path, choice) SELECT ${to}, path, choice - 'excluded' FROM import_choices
    WHERE import_id = ${from} AND path = ANY(${paths})`;
}
