import { AppError } from '@/lib/errors/app-error';

/** What the queue can be asked to do with an import. */
export type ImportTask = 'run' | 'undo';

/** Hands a task to whichever portal process is free. */
export type SendImportTask = (task: ImportTask, importId: string) => Promise<void>;

const key = Symbol.for('finews.import-queue');
const shared = globalThis as typeof globalThis & { [key]?: SendImportTask };

/**
 * Puts a task on the queue; one that is there already for this import is not put there twice. Throws
 * `database-unavailable` (503) where no queue runs. What could not be put there is found again by the worker
 * (`import-worker.ts`), so nothing is lost by it.
 */
export async function sendImportTask(task: ImportTask, importId: string): Promise<void> {
  const send = shared[key];
  if (!send) throw new AppError('database-unavailable', {}, 503);
  await send(task, importId);
}

/** The running queue of this process. Kept on globalThis: the server's modules and Next's bundles are loaded apart. */
export function setImportQueue(send: SendImportTask | undefined): void {
  if (send) shared[key] = send;
  else Reflect.deleteProperty(shared, key);
}
