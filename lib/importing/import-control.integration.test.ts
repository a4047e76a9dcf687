import { expect, it } from 'vitest';
import { cancelImport, pauseImport, resumeImport } from './import-control';
import { setImportQueue } from './import-queue';
import { claimImport, getRequested, ImportRunLost, lockRun, obeyRequest } from './import-run-store';
import { createImport, finishImport, getImport } from './import-store';
import { withTransaction } from '@/lib/db/sql';

const about = { dryRun: false, asDraft: false, origin: 'api' } as const;

setImportQueue(() => Promise.resolve());

it('an import that was cancelled while it waited is not begun by a run that is just starting', async () => {
  const id = await createImport(about);
  await cancelImport(id);
  await expect(claimImport(id)).rejects.toBeInstanceOf(ImportRunLost);
  expect(await getImport(id)).toMatchObject({ status: 'cancelled' });
});

it('a run that was about to pause does not, when the editor wants it to go on after all', async () => {
  const id = await createImport(about);
  const run = await claimImport(id);
  await pauseImport(id);
  const requested = await getRequested(id);
  await resumeImport(id);
  expect(requested).toBe('pause');
  await obeyRequest(run, 'pause');
  expect(['queued', 'running']).toContain((await getImport(id)).status);
});

it.each([
  ['pause', pauseImport, 'paused'],
  ['cancel', cancelImport, 'cancelled'],
] as const)('after pause and resume, %s stops the run that never paused', async (wanted, ask, status) => {
  const id = await createImport(about);
  const run = await claimImport(id);
  await pauseImport(id);
  await resumeImport(id);
  await ask(id);
  const mayWrite = await withTransaction((sql) => lockRun(sql, run, 0)).catch((error: unknown) => error);
  // Either it is still the run's to obey, or the run has lost it.
  if (!(mayWrite instanceof ImportRunLost)) {
    expect(await getRequested(id)).toBe(wanted);
    await obeyRequest(run, wanted);
  }
  expect(await getImport(id)).toMatchObject({ status });
});

it('what was ended is not ended once more by a run that comes late', async () => {
  const id = await createImport(about);
  await claimImport(id);
  await finishImport(id, null);
  await finishImport(id, 'interrupted');
  expect(await getImport(id)).toMatchObject({ status: 'done', errorCode: null });
});
