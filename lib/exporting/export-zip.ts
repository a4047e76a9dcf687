import { PassThrough, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { exportPortal } from './export-portal';

/**
 * The whole portal as a zip, written while it is read: the next article is fetched when the one before it was taken.
 * The stream fails when the database does, so that a cut file never looks whole.
 */
export function exportZip(now = new Date()): Readable {
  const output = new PassThrough();
  const zip = new ZipFile();
  zip.on('error', (error: Error) => output.destroy(error));
  zip.outputStream.pipe(output);
  addFiles(zip, output, now).catch((error: unknown) => {
    output.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return output;
}

async function addFiles(zip: ZipFile, output: Readable, now: Date): Promise<void> {
  for await (const { path, text } of exportPortal({ articles: 0, revisionsLeftOut: 0 }, now)) {
    if (output.destroyed) return;
    const entry = Readable.from([Buffer.from(text)]);
    zip.addReadStream(entry, path, { mtime: now });
    await finishedOrGone(entry, output);
  }
  zip.end();
}

/** Whoever downloads may go away, and then nobody takes the entry any more. */
async function finishedOrGone(entry: Readable, output: Readable): Promise<void> {
  const stop = () => entry.destroy();
  output.once('close', stop);
  if (output.destroyed) stop();
  await finished(entry).catch((error: unknown) => {
    if (!output.destroyed) throw error;
  });
  output.off('close', stop);
}
