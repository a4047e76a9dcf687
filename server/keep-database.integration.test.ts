import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@/lib/db/embedded/embedded-postgres';
import { makeEnterable } from '@/lib/db/embedded/postgres-home';
import { findPostmaster } from '@/lib/db/embedded/postmaster';
import { isProcessAlive } from '@/lib/db/embedded/process-state';
import { keepDatabase } from './keep-database';

let dataDir: string;

beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'finews-keep-'));
  makeEnterable(dataDir);
});

afterAll(() => rmSync(dataDir, { recursive: true }));

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

/** The restarts in their order: `next()` waits for one more. */
function countRestarts() {
  let wake = Promise.withResolvers<undefined>();
  return {
    note: () => wake.resolve(undefined),
    next: async () => {
      await wake.promise;
      wake = Promise.withResolvers<undefined>();
    },
  };
}

it('a database that was killed is started again at its old address, and stays away after the close', async () => {
  const restarts = countRestarts();
  let failures = 0;
  const failing: (number | undefined)[] = [];
  const start = (port?: number): Promise<EmbeddedPostgres> => {
    // The first try after the first loss fails, as on a full disk.
    if (port !== undefined && failing.push(port) === 1) return Promise.reject(new Error('no space'));
    return startEmbeddedPostgres({ dataDir, durable: false, port });
  };
  const kept = await keepDatabase({ start, onRestart: restarts.note, onFailure: () => (failures += 1) });
  const first = findPostmaster(kept.home)?.pid ?? 0;
  await ask(kept.url, 'CREATE TABLE kept AS SELECT 42 AS n');
  await ask(kept.url, 'CHECKPOINT');

  process.kill(first, 'SIGKILL');
  await restarts.next();
  expect(await ask(kept.url, 'SELECT n FROM kept')).toBe(42);
  const second = findPostmaster(kept.home)?.pid ?? 0;
  expect(second).not.toBe(first);
  expect(failures).toBe(1);

  process.kill(second, 'SIGQUIT');
  await restarts.next();
  expect(await ask(kept.url, 'SELECT n FROM kept')).toBe(42);
  const third = findPostmaster(kept.home)?.pid ?? 0;
  await kept.close();
  expect(isProcessAlive(third)).toBe(false);
  expect(findPostmaster(kept.home)).toBeNull();
});

it('a broken-off connection is renewed, so that another who leaves does not stop the database', async () => {
  const restarts = countRestarts();
  const start = (port?: number) => startEmbeddedPostgres({ dataDir, durable: false, port });
  const kept = await keepDatabase({ start, onRestart: restarts.note, onFailure: () => undefined });
  const postmaster = findPostmaster(kept.home)?.pid ?? 0;
  await ask(
    kept.url,
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'finews-presence'",
  );
  await restarts.next();
  const other = await startEmbeddedPostgres({ dataDir, durable: false });
  await other.stop();
  expect(isProcessAlive(postmaster)).toBe(true);
  await kept.close();
  expect(isProcessAlive(postmaster)).toBe(false);
});
