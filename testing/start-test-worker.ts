import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { vi } from 'vitest';
import type { ImportOptions } from '@/lib/importing/import-options';
import { setImportQueue } from '@/lib/importing/import-queue';
import { createImport } from '@/lib/importing/import-store';
import { ParsePool } from '@/lib/importing/parsing/parse-pool';
import { startPreviewParser } from '@/lib/importing/preview/start-preview-parser';
import { runImportTask } from '@/lib/importing/run-import-task';
import { UploadStore } from '@/lib/importing/uploads/upload-store';

/** A server's worker for tests: does each task at once, so that whoever sent it finds it done. */
export async function startTestWorker(): Promise<{ stop: () => Promise<void> }> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'finews-data-'));
  vi.stubEnv('DATA_DIR', dataDir);
  const pool = new ParsePool(1);
  const previews = startPreviewParser();
  const { signal } = new AbortController();
  setImportQueue((task, id) => runImportTask(task, id, { signal, pool }));
  return {
    stop: async () => {
      setImportQueue(undefined);
      await previews.stop();
      await pool.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

/** An import of the given files, as an upload leaves it, not yet run. */
export async function uploadForTest(
  files: Record<string, string | Buffer>,
  request: { dryRun: boolean; options?: ImportOptions },
): Promise<string> {
  const id = randomUUID();
  const store = await UploadStore.create(id);
  for (const [name, content] of Object.entries(files))
    await store.add(name, Readable.from([Buffer.from(content)]));
  return createImport({ ...request, asDraft: false, origin: 'admin' }, id);
}
