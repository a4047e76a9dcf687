import { createWriteStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** Packs the files of a folder into one archive. */
export async function zipPosts(folder: string, archive: string): Promise<void> {
  const zip = new ZipFile();
  for (const name of (await readdir(folder)).sort()) zip.addFile(path.join(folder, name), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(archive));
}
