import { PgBoss } from 'pg-boss';
import { getConfig } from '@/lib/config/config';
import { getLogger } from '@/lib/config/logger';
import { getDatabaseUrl } from '@/lib/db/database-url';
import { type ImportTask, setImportQueue } from './import-queue';
import { listUnfinishedImports } from './import-store';
import { ParsePool } from './parsing/parse-pool';
import { startPreviewParser } from './preview/start-preview-parser';
import { endAbandonedImports } from './process-lock';
import { runImportTask } from './run-import-task';

const queues: Record<ImportTask, string> = { run: 'finews-imports', undo: 'finews-undos' };
/** A process that says nothing for so long is taken for dead and its import goes to another. */
const heartbeatSeconds = 10;
const longestSeconds = 24 * 3600 - 1;
const lookEveryMs = 10_000;

/**
 * Runs imports and undos from a queue in PostgreSQL (pg-boss), one of each at a time in this process. An import of a
 * process that died goes on here or wherever there is a worker, within half a minute; the token of a run keeps two
 * from ever writing for one import. Tasks that never reached the queue are found by looking for unfinished imports.
 */
export async function startImportWorker(): Promise<{ stop: () => Promise<void> }> {
  const log = getLogger();
  const boss = new PgBoss({
    connectionString: getDatabaseUrl(getConfig()),
    application_name: 'finews-queue',
    max: 3,
    schedule: false,
    useListenNotify: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  // The error itself would bring the whole connection into the log.
  boss.on('error', (error) => log.warn({ reason: error.message }, 'import queue'));
  await boss.start();
  const stopping = new AbortController();
  const pool = new ParsePool();
  const send = async (task: ImportTask, importId: string) => {
    await boss.send(queues[task], { importId }, { singletonKey: importId });
  };
  for (const [task, queue] of Object.entries(queues) as [ImportTask, string][]) {
    await boss.createQueue(queue, {
      policy: 'exclusive',
      notify: true,
      heartbeatSeconds,
      expireInSeconds: longestSeconds,
      retryLimit: 1000,
      retryDelay: 1,
      deleteAfterSeconds: 3600,
    });
    await boss.work<{ importId: string }>(
      queue,
      { batchSize: 1, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1 },
      async ([job]) => {
        if (!job) return;
        const signal = AbortSignal.any([stopping.signal, job.signal]);
        await runImportTask(task, job.data.importId, { signal, pool });
      },
    );
  }
  setImportQueue(send);
  const previews = startPreviewParser();
  const look = async () => {
    await endAbandonedImports();
    for (const { id, kind } of await listUnfinishedImports())
      await send(kind === 'undo' ? 'undo' : 'run', id);
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => log.warn({ err: error }, 'unfinished imports not looked up'));
  }, lookEveryMs);
  timer.unref();
  await look();
  return {
    stop: async () => {
      clearInterval(timer);
      stopping.abort();
      setImportQueue(undefined);
      await previews.stop();
      await boss.stop({ graceful: true, timeout: 5000 });
      await pool.close();
    },
  };
}
