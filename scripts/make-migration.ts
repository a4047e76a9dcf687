import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '@/lib/db/embedded/embedded-postgres';
import { makeEnterable } from '@/lib/db/embedded/postgres-home';
import { readMigrations, type MigrationFile } from '@/lib/db/migrations/migration-files';
import { openSchemaEngine } from '@/lib/db/migrations/schema-engine';

// `npm run db:migration -- NAME`: writes prisma/migrations/<time>_NAME with what prisma/schema.prisma has and the
// migrations do not. SQL that Prisma cannot say is added by hand afterwards.

const schemaFile = 'prisma/schema.prisma';

async function main(argument: string | undefined): Promise<void> {
  if (argument === undefined || !/^[a-z0-9_]+$/.test(argument)) {
    console.error('npm run db:migration -- name_in_small_letters');
    process.exitCode = 2;
    return;
  }
  const sql = await diff(readMigrations());
  if (sql === '' || sql.includes('empty migration')) {
    console.log(`${schemaFile}: 0`);
    return;
  }
  console.log(write(`${timestamp()}_${argument}`, sql));
}

async function diff(migrations: MigrationFile[]): Promise<string> {
  const directory = mkdtempSync(path.join(tmpdir(), 'finews-migration-'));
  makeEnterable(directory);
  const postgres = await startEmbeddedPostgres({ dataDir: directory, durable: false });
  try {
    const engine = await openSchemaEngine(postgres.url, readFileSync(schemaFile, 'utf8'));
    const sql = await engine.diffToSchema(migrations);
    await engine.close();
    return sql;
  } finally {
    await postgres.stop();
    rmSync(directory, { recursive: true });
  }
}

function write(name: string, sql: string): string {
  const file = path.join('prisma/migrations', name, 'migration.sql');
  mkdirSync(path.dirname(file), { recursive: true });
  const lockTimeout =
    "-- Rather fail and be tried again than stop every reader behind a waiting lock.\nSET LOCAL lock_timeout = '5s';";
  writeFileSync(file, `BEGIN;\n${lockTimeout}\n\n${sql}\nCOMMIT;\n`);
  return file;
}

function timestamp(): string {
  return new Date().toISOString().replace(/\D/g, '').slice(0, 14);
}

await main(process.argv[2]);
