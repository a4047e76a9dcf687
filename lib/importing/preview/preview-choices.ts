import { Prisma } from '@/lib/db/generated/client';
import { getDb } from '@/lib/db/prisma-client';
import { AppError } from '@/lib/errors/app-error';
import { z } from 'zod';
import { type ImportOptions, itemChoice } from '../import-options';
import { sendImportTask } from '../import-queue';
import { getImport } from '../import-store';
import { itemFilter, itemsWithChoices, matchItems } from '../report-items';
import { hasUpload } from '../uploads/upload-store';

/** A decision about items of a preview: those of `paths`, or all that a filter finds. Null takes a choice back. */
export const choiceRequest = z
  .object({
    paths: z.array(z.string().max(1000)).max(1000).optional(),
    filter: itemFilter.optional(),
    excluded: z.boolean().optional(),
    charset: itemChoice.shape.charset.nullable(),
    withoutRepairs: itemChoice.shape.withoutRepairs.nullable(),
  })
  .refine(({ paths, filter }) => (paths === undefined) !== (filter === undefined));

export type ChoiceRequest = z.infer<typeof choiceRequest>;

/**
 * Saves what an editor decided for a whole preview and runs it again. Throws `import-unknown` (404),
 * `import-not-a-preview`, `import-still-running`, `import-without-files` (409), `upload-gone` (410).
 */
export async function changePreviewOptions(id: string, options: ImportOptions): Promise<void> {
  await rerunPreview(id, options);
}

/**
 * Saves a decision about single items. Leaving out and taking in counts at once; a character set or repairs run the
 * preview again. Returns whether it does. Throws like `changePreviewOptions`.
 */
export async function changePreviewChoices(id: string, request: ChoiceRequest): Promise<{ reruns: boolean }> {
  const { dryRun, kind } = await getImport(id);
  if (!dryRun || kind !== 'import') throw new AppError('import-not-a-preview', {}, 409);
  const { excluded, charset, withoutRepairs } = request;
  const reruns = charset !== undefined || withoutRepairs !== undefined;
  if (reruns) await requireRerunnable(id);
  if (excluded !== undefined) await mergeChoice(id, request, excluded ? { excluded } : { excluded: null }, false);
  if (reruns) {
    await mergeChoice(id, request, { charset, withoutRepairs }, true);
    await rerunPreview(id);
  }
  return { reruns };
} // prettier-ignore

/** Choices how to read belong to a file, those whether to take to a post of it. */
async function mergeChoice(
  id: string,
  { paths, filter }: ChoiceRequest,
  change: Record<string, unknown>,
  ofFile: boolean,
): Promise<void> {
  const stated = Object.entries(change).filter(([, value]) => value !== undefined);
  const set = JSON.stringify(Object.fromEntries(stated.filter(([, value]) => value !== null)));
  const unset = stated.filter(([, value]) => value === null).map(([key]) => key);
  const path = ofFile ? Prisma.sql`regexp_replace(i.path, '#[0-9]+$', '')` : Prisma.sql`i.path`;
  const which = filter
    ? matchItems(id, filter)
    : Prisma.sql`i.import_id = ${id} AND i.path = ANY(${paths ?? []})`;
  // What only takes back needs no new rows.
  const mayInsert = set === '{}' && !ofFile ? Prisma.sql`c.path IS NOT NULL` : Prisma.sql`true`;
  await getDb().$executeRaw`
    INSERT INTO import_choices (import_id, path, choice)
    SELECT DISTINCT ${id}, ${path}, ${set}::jsonb FROM ${itemsWithChoices} WHERE ${which} AND ${mayInsert}
    ON CONFLICT (import_id, path) DO UPDATE SET choice = (import_choices.choice || excluded.choice) - ${unset}::text[]`;
}

async function requireRerunnable(id: string): Promise<void> {
  const { dryRun, kind, status, origin } = await getImport(id);
  if (!dryRun || kind !== 'import') throw new AppError('import-not-a-preview', {}, 409);
  if (status === 'queued' || status === 'running') throw new AppError('import-still-running', {}, 409);
  if (origin !== 'admin' && origin !== 'api') throw new AppError('import-without-files', {}, 409);
  if (!(await hasUpload(id))) throw new AppError('upload-gone', {}, 410);
}

/** The same preview from its beginning, with other settings where given. */
async function rerunPreview(id: string, options?: ImportOptions): Promise<void> {
  await requireRerunnable(id);
  await getDb().$transaction(async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE imports SET status = 'queued', options = coalesce(${options ? JSON.stringify(options) : null}::jsonb, options),
        total = 0, created = 0, updated = 0, unchanged = 0, rejected = 0, skipped = 0, next_entry = 0,
        next_in_entry = 0, error_code = NULL, run_token = NULL, requested = NULL, started_at = NULL, finished_at = NULL
      WHERE id = ${id} AND dry_run AND kind = 'import' AND status NOT IN ('queued', 'running')`;
    // Somebody was quicker.
    if (changed === 0) throw new AppError('import-still-running', {}, 409);
    await tx.$executeRaw`DELETE FROM import_items WHERE import_id = ${id}`;
  });
  await sendImportTask('run', id);
}
