import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import { hasCode } from '@/lib/errors/has-code';
import { describeDatabaseProblem } from './database-problem';
import { readMigrations, type MigrationFile } from './migrations/migration-files';
import { findPendingMigrations, forgetBrokenOff } from './migrations/migration-state';

/** Any fixed number: whoever migrates a database of this portal holds this lock in it. */
const migrationLock = 4_600_112_218;
const lockLimit = 120_000;
const oldestVersion = 140_000;

/**
 * Brings a database to this version's tables; several processes may do so at once. Returns the names of the
 * migrations that it applied; when there is nothing to do, this takes a few milliseconds.
 * Throws AppError with a code `database-…`, `migration-failed` or `disk-full`.
 */
export async function migrateDatabase(databaseUrl: string, migrations = readMigrations()): Promise<string[]> {
  const client = new Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 4000,
    application_name: 'finews-migrate',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await requireUsable(client);
    return await migrateLocked(client, databaseUrl, migrations);
  } catch (error) {
    throw describeDatabaseProblem(error, databaseUrl);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The lock belongs to a transaction, not to the session, so that it also holds through a connection pooler. */
async function migrateLocked(
  client: Client,
  databaseUrl: string,
  migrations: MigrationFile[],
): Promise<string[]> {
  if ((await findPendingMigrations(client, migrations)).length === 0) return [];
  await client.query('BEGIN');
  await client.query('SET LOCAL idle_in_transaction_session_timeout = 0');
  await client.query(`SET LOCAL lock_timeout = ${String(lockLimit)}`);
  await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
  const pending = await findPendingMigrations(client, migrations);
  if (pending.length > 0) {
    await requireRights(client);
    await applyMigrations(databaseUrl, migrations).catch(async (error: unknown) => {
      throw describeFailure(error, (await findPendingMigrations(client, migrations))[0]);
    });
  }
  await client.query('COMMIT');
  return pending.map((migration) => migration.name);
}

async function applyMigrations(databaseUrl: string, migrations: MigrationFile[]): Promise<void> {
  await prepareForEngine(databaseUrl);
  // Loaded here: the engine is several megabytes, and most starts do not need it.
  const { openSchemaEngine } = await import('./migrations/schema-engine');
  const schema = await readFile(path.join(process.cwd(), 'prisma', 'schema.prisma'), 'utf8');
  const engine = await openSchemaEngine(databaseUrl, schema);
  try {
    await engine.applyMigrations(migrations);
  } finally {
    await engine.close();
  }
}

/** Troubles with a sentence of their own (full disk, missing rights) pass; the rest is a fault of the migration. */
function describeFailure(error: unknown, failed: MigrationFile | undefined): unknown {
  if (hasCode(error, '53100', '42501', '57P01', '57P03')) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new AppError('migration-failed', { migration: failed?.name ?? '', reason }, 503, { cause: error });
}

/** On a connection of its own: the engine must see what is written here while our lock's transaction is open. */
async function prepareForEngine(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 4000 });
  await client.connect();
  try {
    await forgetBrokenOff(client);
  } finally {
    await client.end();
  }
}

async function requireRights(client: Client): Promise<void> {
  const { rows } = await client.query("SELECT has_schema_privilege(current_schema(), 'CREATE') AS allowed");
  if (z.object({ allowed: z.boolean().nullable() }).parse(rows[0]).allowed === true) return;
  throw new AppError('database-no-rights', {}, 503);
}

async function requireUsable(client: Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
       current_setting('server_encoding') AS encoding, pg_is_in_recovery() AS "isStandby"`,
  );
  const server = z
    .object({ version: z.string(), number: z.number(), encoding: z.string(), isStandby: z.boolean() })
    .parse(rows[0]);
  if (server.number < oldestVersion) throw new AppError('database-too-old', { version: server.version });
  if (server.encoding !== 'UTF8') throw new AppError('database-encoding', { encoding: server.encoding });
  if (server.isStandby) throw new AppError('database-read-only');
}
