import type { Client } from 'pg';
import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import type { MigrationFile } from './migration-files';

const rowSchema = z.object({ migration_name: z.string(), checksum: z.string(), finished: z.boolean() });

type AppliedMigration = z.infer<typeof rowSchema>;

/**
 * Says which migrations a database still lacks. Throws AppError `database-newer` when it has some that this version
 * does not know, `database-changed` when one was applied with another text, `database-not-empty` when there are
 * tables of something else and none of ours.
 */
export async function findPendingMigrations(
  client: Client,
  known: MigrationFile[],
): Promise<MigrationFile[]> {
  if (!(await hasMigrationsTable(client))) {
    await requireEmpty(client);
    return known;
  }
  const applied = await listApplied(client);
  requireKnown(applied, known);
  const finished = new Set(applied.filter((row) => row.finished).map((row) => row.migration_name));
  return known.filter((migration) => !finished.has(migration.name));
}

/**
 * Marks broken-off migrations as rolled back, as `prisma migrate resolve --rolled-back` does, so that they are tried
 * again: each is one transaction, nothing of it is left.
 */
export async function forgetBrokenOff(client: Client): Promise<void> {
  if (!(await hasMigrationsTable(client))) return;
  await client.query(
    'UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL',
  );
}

/** Not `to_regclass`: inside of a transaction that would not notice a table that another process just made. */
async function hasMigrationsTable(client: Client): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT EXISTS (SELECT FROM pg_class WHERE relname = '_prisma_migrations'
       AND relnamespace = current_schema()::regnamespace) AS present`,
  );
  return z.object({ present: z.boolean() }).parse(rows[0]).present;
}

async function listApplied(client: Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return z.array(rowSchema).parse(rows);
}

function requireKnown(applied: AppliedMigration[], known: MigrationFile[]): void {
  const checksums = new Map(known.map((migration) => [migration.name, migration.checksum]));
  for (const { migration_name: name, checksum, finished } of applied) {
    const expected = checksums.get(name);
    if (expected === undefined) throw new AppError('database-newer', { migration: name });
    if (finished && expected !== checksum) throw new AppError('database-changed', { migration: name });
  }
}

async function requireEmpty(client: Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT c.relname AS name FROM pg_class c
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
     ORDER BY c.relname LIMIT 1`,
  );
  const table = z.array(z.object({ name: z.string() })).parse(rows)[0]?.name;
  if (table !== undefined) throw new AppError('database-not-empty', { table });
}
