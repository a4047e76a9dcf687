import { createWriteStream } from 'node:fs';
import { appendFile, mkdir, readdir, readFile as readFileText, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { getConfig } from '@/lib/config/config';
import { AppError } from '@/lib/errors/app-error';
import { z } from 'zod';
import { defaultImportLimits } from '../import-limits';
import type { SourceEntry } from '../imported-post';
import { listUnfinishedImports } from '../import-store';
import { readFile } from '../sources/read-file';
import type { Skip } from '../sources/skip';

/** All uploads of one import together. */
const maxUploadBytes = 4 * 1024 * 1024 * 1024;
/** Files of one import that are sent one by one; more go into an archive. */
const maxUploadFiles = 50_000;

const manifestLine = z.object({ path: z.string(), stored: z.string() });
type StoredUpload = z.infer<typeof manifestLine>;

/**
 * The files of one upload, on disk under `DATA_DIR/uploads/<import id>/` with numbers for names (no name from
 * outside becomes a path) and a manifest in the order of arrival.
 */
export class UploadStore {
  private count = 0;
  private bytes = 0;

  private constructor(
    private readonly dir: string,
    /** How many files it takes. */
    readonly maxFiles: number,
  ) {}

  static async create(importId: string, maxFiles = maxUploadFiles): Promise<UploadStore> {
    const dir = uploadDir(importId);
    await mkdir(dir, { recursive: true, mode: 0o700 });
    return new UploadStore(dir, maxFiles);
  }

  get fileCount(): number {
    return this.count;
  }

  /** Streams one file to disk. Whether it is too large for a post is judged when it is read. */
  async add(name: string, content: Readable): Promise<void> {
    if (this.count >= this.maxFiles) throw new AppError('upload-too-many', { limit: this.maxFiles }, 413);
    const stored = String(this.count);
    this.count += 1;
    const file = path.join(this.dir, stored);
    await pipeline(content, this.limitBytes(), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
    const line: StoredUpload = { path: name, stored };
    await appendFile(path.join(this.dir, 'manifest.jsonl'), `${JSON.stringify(line)}\n`);
  }

  private limitBytes(): Transform {
    return new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        this.bytes += chunk.length;
        const isOver = this.bytes > maxUploadBytes;
        done(isOver ? new AppError('upload-too-large', { limit: maxUploadBytes }, 413) : null, chunk);
      },
    });
  }
}

function uploadDir(importId: string): string {
  return path.join(getConfig().dataDir, 'uploads', path.basename(importId));
}

/** The stored files of an upload in the order of arrival, each with the name it came under. */
export async function listUploads(importId: string): Promise<{ file: string; path: string }[]> {
  const dir = uploadDir(importId);
  const manifest = await readFileText(path.join(dir, 'manifest.jsonl'), 'utf8');
  const lines = manifest.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const upload = manifestLine.parse(JSON.parse(line));
    return { file: path.join(dir, upload.stored), path: upload.path };
  });
}

/** Whether the files of an import are still there. */
export async function hasUpload(importId: string): Promise<boolean> {
  return stat(path.join(uploadDir(importId), 'manifest.jsonl')).then(
    () => true,
    () => false,
  );
}

/** What an upload holds, in its order, from entry number `skip` on; archives are opened. */
export async function* openUpload(importId: string, skip = 0): AsyncGenerator<SourceEntry> {
  const uploads = await listUploads(importId);
  const toSkip: Skip = { left: skip };
  for (const upload of uploads)
    yield* readFile(upload.file, upload.path, defaultImportLimits, uploads.length === 1, toSkip);
}

/** Hands the files of a previewed import over to the import that follows it. Throws `upload-gone` (410). */
export async function moveUpload(fromImportId: string, toImportId: string): Promise<void> {
  try {
    await rename(uploadDir(fromImportId), uploadDir(toImportId));
  } catch (cause) {
    throw new AppError('upload-gone', {}, 410, { cause });
  }
}

/** Removes the files of an import, if there are any. */
export async function removeUpload(importId: string): Promise<void> {
  await rm(uploadDir(importId), { recursive: true, force: true });
}

/**
 * Removes the files of imports after the days that KEEP_UPLOADS_DAYS grants them: until then a preview can be started
 * and what was rejected can be tried again. What an unfinished import still reads stays.
 */
export async function removeOldUploads(): Promise<void> {
  const root = path.dirname(uploadDir('any'));
  const oldest = Date.now() - getConfig().keepUploadsDays * 86_400_000;
  const unfinished = new Set((await listUnfinishedImports()).map(({ id }) => id));
  for (const name of await readdir(root).catch(() => [])) {
    const { mtimeMs } = await stat(path.join(root, name));
    if (mtimeMs < oldest && !unfinished.has(name)) await removeUpload(name);
  }
}
