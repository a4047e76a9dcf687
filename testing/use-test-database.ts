import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, inject } from 'vitest';
import { closeDb } from '@/lib/db/prisma-client';

// Each test file gets an empty, migrated database of its own under DATABASE_URL.

const template = new URL(inject('templateDatabaseUrl'));
const url = new URL(template);
url.pathname = `/test_${randomUUID().replaceAll('-', '')}`;

await runInMaintenance(
  `CREATE DATABASE ${url.pathname.slice(1)} TEMPLATE ${template.pathname.slice(1)} STRATEGY file_copy`,
);
process.env.DATABASE_URL = url.href;

afterAll(async () => {
  await closeDb();
  await runInMaintenance(`DROP DATABASE ${url.pathname.slice(1)} WITH (FORCE)`);
});

async function runInMaintenance(sql: string): Promise<void> {
  const maintenance = new URL(template);
  maintenance.pathname = '/postgres';
  const client = new Client({ connectionString: maintenance.href });
  await client.connect();
  try {
    // One copy at a time: PostgreSQL refuses to copy a template that another connection is copying.
    await client.query('SELECT pg_advisory_lock(1)');
    await client.query(sql);
  } finally {
    await client.end();
  }
}
