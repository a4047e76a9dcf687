import { getDb } from '@/lib/db/prisma-client';
import { z } from 'zod';
import type { SourceFile } from '../imported-post';
import { openUpload } from '../uploads/upload-store';

/**
 * The original of an item, read anew from the upload; undefined when it could not even be read then (it was rejected
 * unread, or its archive is broken). Throws when the upload is gone.
 */
export async function findOriginal(
  importId: string,
  filePath: string,
  position: number,
): Promise<SourceFile | undefined> {
  // Usually a file's number is the number of files before it; where paths repeat it is looked for from the start.
  const guess = await countFilesBefore(importId, position);
  for await (const entry of openUpload(importId, guess)) {
    if (entry.kind === 'file' && entry.file.path === filePath) return entry.file;
    break;
  }
  for await (const entry of openUpload(importId)) {
    if (entry.kind === 'file' && entry.file.path === filePath) return entry.file;
  }
  return undefined;
}

async function countFilesBefore(importId: string, position: number): Promise<number> {
  const rows = await getDb().$queryRaw`
    SELECT count(DISTINCT regexp_replace(path, '#[0-9]+$', ''))::int AS count FROM import_items
    WHERE import_id = ${importId} AND position < ${position}
      AND regexp_replace(path, '#[0-9]+$', '') <> (SELECT regexp_replace(path, '#[0-9]+$', '') FROM import_items
        WHERE import_id = ${importId} AND position = ${position})`;
  return z.tuple([z.object({ count: z.int() })]).parse(rows)[0].count;
}
