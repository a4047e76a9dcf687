import { expect, it } from 'vitest';
import { getDb } from '@/lib/db/prisma-client';
import { endAbandonedImports, holdImportLock } from './process-lock';
import { createImport, getImport } from './import-store';

async function makeRunning(id: string, origin: 'cli' | 'first-run' | 'admin') {
  await createImport({ dryRun: false, asDraft: false, origin }, id);
  await getDb().import.update({ where: { id }, data: { status: 'running', created: 3 } });
}

it('ends imports of the command line whose process is gone, and no other', async () => {
  const lock = await holdImportLock('alive');
  await makeRunning('alive', 'cli');
  await makeRunning('dead', 'cli');
  await makeRunning('dead-first', 'first-run');
  await makeRunning('uploaded', 'admin');
  expect((await endAbandonedImports()).sort()).toEqual(['dead', 'dead-first']);
  expect(await getImport('dead')).toMatchObject({ status: 'failed', errorCode: 'interrupted', total: 3 });
  expect(await getImport('alive')).toMatchObject({ status: 'running' });
  expect(await getImport('uploaded')).toMatchObject({ status: 'running' });
  await lock.release();
  expect(await endAbandonedImports()).toEqual(['alive']);
});

it('takes the lock anew when its connection broke', async () => {
  const lock = await holdImportLock('shaken');
  await makeRunning('shaken', 'cli');
  const holders = () =>
    getDb().$queryRaw<{ pid: number }[]>`
      SELECT a.pid FROM pg_locks l JOIN pg_stat_activity a USING (pid)
      WHERE l.locktype = 'advisory' AND a.application_name = 'finews-import' AND l.granted
        AND a.datname = current_database()`;
  const [first] = await holders();
  await getDb().$queryRaw`SELECT pg_terminate_backend(${first?.pid}::int)`;
  await expect
    .poll(async () => (await holders()).map(({ pid }) => pid).filter((pid) => pid !== first?.pid).length, { timeout: 10_000 })
    .toBe(1);
  expect(await endAbandonedImports()).toEqual([]);
  await lock.release();
}); // prettier-ignore
