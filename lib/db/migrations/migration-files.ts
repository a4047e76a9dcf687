import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One folder of prisma/migrations. */
export interface MigrationFile {
  /** `20261122000000_init` */
  name: string;
  sql: string;
  /** SHA-256 of the file in hex, as Prisma keeps it in `_prisma_migrations`. */
  checksum: string;
}

/** All migrations in their order, read from `prisma/migrations` under the project root. */
export function readMigrations(
  directory = path.join(process.cwd(), 'prisma', 'migrations'),
): MigrationFile[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => readMigration(directory, name));
}

function readMigration(directory: string, name: string): MigrationFile {
  const sql = readFileSync(path.join(directory, name, 'migration.sql'), 'utf8');
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}
