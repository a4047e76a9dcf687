import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '@/lib/db/embedded/embedded-postgres';
import { makeEnterable } from '@/lib/db/embedded/postgres-home';
import { migrateDatabase } from '@/lib/db/migrate';

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated database of a throw-away PostgreSQL; test files copy it, and leave it alone. */
    templateDatabaseUrl: string;
  }
}

/** Vitest's global set-up of the integration tests: one PostgreSQL for all of them, gone afterwards. */
export default async function startTestCluster(project: TestProject): Promise<() => Promise<void>> {
  const directory = mkdtempSync(path.join(tmpdir(), 'finews-test-'));
  makeEnterable(directory);
  const postgres = await startEmbeddedPostgres({ dataDir: directory, durable: false });
  await migrateDatabase(postgres.url);
  project.provide('templateDatabaseUrl', postgres.url);
  return async () => {
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}
