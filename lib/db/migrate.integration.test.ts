import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { migrateDatabase } from './migrate';
import { readMigrations, type MigrationFile } from './migrations/migration-files';

const cluster = new URL(inject('templateDatabaseUrl'));
let url: string;

function urlOf(database: string): string {
  return Object.assign(new URL(cluster), { pathname: `/${database}` }).href;
}

async function query(target: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: target });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

function migration(name: string, sql: string): MigrationFile {
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

beforeEach(async () => {
  const name = `empty_${crypto.randomUUID().replaceAll('-', '')}`;
  url = urlOf(name);
  await query(urlOf('postgres'), `CREATE DATABASE ${name} TEMPLATE template0`);
});

afterEach(async () => {
  await query(urlOf('postgres'), `DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
});

describe('migrateDatabase', () => {
  it('applies all, notes them as Prisma does, and then has nothing to do', async () => {
    const migrations = readMigrations();
    expect(await migrateDatabase(url)).toEqual(migrations.map(({ name }) => name));
    expect(await migrateDatabase(url)).toEqual([]);
    const rows = await query(
      url,
      'SELECT migration_name, checksum, applied_steps_count FROM _prisma_migrations WHERE finished_at IS NOT NULL',
    );
    expect(rows).toEqual(
      migrations.map(({ name, checksum }) => ({ migration_name: name, checksum, applied_steps_count: 1 })),
    );
    expect(await query(url, 'SELECT * FROM published_articles')).toEqual([]);
  });

  it('is done once when several processes start together', async () => {
    const results = await Promise.all([1, 2, 3, 4].map(() => migrateDatabase(url)));
    expect(results.map((names) => names.length).sort()).toEqual([0, 0, 0, readMigrations().length]);
  });

  it('leaves nothing of a migration that fails, says why, and tries it again', async () => {
    const good = migration('1_good', 'BEGIN; CREATE TABLE a (id int); COMMIT;');
    const bad = migration('2_bad', 'BEGIN; CREATE TABLE b (id int); SELECT 1/0; COMMIT;');
    await expect(migrateDatabase(url, [good, bad])).rejects.toMatchObject({
      code: 'migration-failed',
      params: { migration: '2_bad', reason: expect.stringContaining('division by zero') as string },
    });
    expect(await query(url, "SELECT to_regclass('b') AS b")).toEqual([{ b: null }]);
    const mended = migration('2_bad', "BEGIN; CREATE TABLE b (note text DEFAULT 'a;b'); COMMIT;");
    expect(await migrateDatabase(url, [good, mended])).toEqual(['2_bad']);
  });

  it('refuses a database of a newer version, and one whose migration had another text', async () => {
    await migrateDatabase(url);
    await query(url, "UPDATE _prisma_migrations SET checksum = 'other'");
    await expect(migrateDatabase(url)).rejects.toMatchObject({ code: 'database-changed' });
    await query(url, "UPDATE _prisma_migrations SET migration_name = '29991231000000_future'");
    await expect(migrateDatabase(url)).rejects.toMatchObject({
      code: 'database-newer',
      params: { migration: '29991231000000_future' },
    });
  });

  it('refuses a database with tables of something else', async () => {
    await query(url, 'CREATE TABLE wp_posts (id int)');
    await expect(migrateDatabase(url)).rejects.toMatchObject({
      code: 'database-not-empty',
      params: { table: 'wp_posts' },
    });
  });

  it('says when the user may not make tables', async () => {
    await query(url, "CREATE ROLE guest LOGIN PASSWORD 'guest'");
    const guest = Object.assign(new URL(url), { username: 'guest', password: 'guest' }).href;
    await expect(migrateDatabase(guest)).rejects.toMatchObject({
      code: 'database-no-rights',
      params: { user: 'guest' },
    });
  });
});

describe('a wrong DATABASE_URL', () => {
  it.each([
    ['password', (right: URL) => (right.password = 'wrong'), 'database-login-refused'],
    ['database', (right: URL) => (right.pathname = '/nowhere'), 'database-missing'],
    ['host', (right: URL) => (right.hostname = 'no-such-host.invalid'), 'database-host-unknown'],
    ['port', (right: URL) => (right.port = '1'), 'database-refused'],
  ])('%s', async (_, spoil, code) => {
    const wrong = new URL(url);
    spoil(wrong);
    await expect(migrateDatabase(wrong.href)).rejects.toMatchObject({ code, status: 503 });
  });

  it('leads to something that is no PostgreSQL', async () => {
    const server = createServer((socket) => {
      socket.write('HTTP/1.1 400 Bad Request\r\n\r\n', () => socket.destroy());
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const wrong = `postgres://me:hunter2@127.0.0.1:${String(port)}/db`;
    const error: unknown = await migrateDatabase(wrong).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'database-not-postgres' });
    expect(JSON.stringify(error)).not.toContain('hunter2');
    await new Promise((resolve) => server.close(resolve));
  });
});
