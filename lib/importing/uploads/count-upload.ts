import { open, stat } from 'node:fs/promises';
import { isZip } from '../sources/post-file';
import { countZipEntries } from '../sources/read-zip';
import { listUploads } from './upload-store';

/**
 * About how many files an upload holds, for the progress bar, without unpacking anything: an archive's directory may
 * count folders too. The exact number stands in the report at the end.
 */
export async function countUpload(importId: string): Promise<number> {
  let count = 0;
  for (const { file, path } of await listUploads(importId)) count += await countEntries(file, path);
  return count;
}

async function countEntries(file: string, path: string): Promise<number> {
  await using handle = await open(file, 'r');
  const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
  return (isZip(path, buffer) ? await countZipEntries(file) : undefined) ?? 1;
}

const smallBytes = 64 * 1024;

/** Whether an upload is a post or two: parsed in a moment, while a thread would still be starting. */
export async function isSmallUpload(importId: string): Promise<boolean> {
  const uploads = await listUploads(importId);
  if (uploads.length > 3) return false;
  const sizes = await Promise.all(uploads.map(async ({ file }) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0) <= smallBytes;
}
