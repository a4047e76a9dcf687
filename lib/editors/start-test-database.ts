import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '@/lib/db/embedded/embedded-postgres';
import { migrateDatabase } from '@/lib/db/migrate';
import { closeDb } from '@/lib/db/prisma-client';

/** A throw-away PostgreSQL with the portal's tables, which DATABASE_URL then names. Gives what ends it. */
export async function startTestDatabase(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'finews-editors-'));
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
  await migrateDatabase(postgres.url);
  Object.assign(process.env, { DATABASE_URL: postgres.url, DATA_DIR: dataDir, AUTH_SECRET: 'x'.repeat(43) });
  return async () => {
    await closeDb();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
