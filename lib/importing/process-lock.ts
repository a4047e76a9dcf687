import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { getConfig } from '@/lib/config/config';
import { getDatabaseUrl } from '@/lib/db/database-url';
import { withTransaction } from '@/lib/db/sql';
import { z } from 'zod';

const lockKey = `hashtext('finews.import.' || $1)`;
const retryMs = 250;

/**
 * Holds a lock for as long as this process works on an import, on a connection of its own: when the process dies, the
 * lock goes with it, and others see that. A database that goes away and comes back is taken anew. Returns what lets go.
 */
export async function holdImportLock(importId: string): Promise<{ release: () => Promise<void> }> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let client = await lockOn(importId);
  const keep = async () => {
    for (;;) {
      await Promise.race([waitForEnd(client), waitForAbort(signal)]);
      if (isAborted(signal)) return;
      await setTimeout(retryMs);
      client = await lockOn(importId).catch(() => client);
    }
  };
  const keeping = keep();
  return {
    release: async () => {
      stopping.abort();
      await keeping;
      await client.end().catch(() => undefined);
    },
  };
}

function isAborted({ aborted }: AbortSignal): boolean {
  return aborted;
}

async function lockOn(importId: string): Promise<Client> {
  const client = new Client({
    connectionString: getDatabaseUrl(getConfig()),
    application_name: 'finews-import',
    keepAlive: true,
    connectionTimeoutMillis: 4000,
  });
  client.on('error', () => undefined); // its end is what counts
  try {
    await client.connect();
    await client.query(`SELECT pg_advisory_lock(${lockKey})::text`, [importId]);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

const ended = new WeakSet<Client>();

function waitForEnd(client: Client): Promise<void> {
  if (ended.has(client)) return Promise.resolve();
  return new Promise((resolve) => {
    client.once('end', () => {
      ended.add(client);
      resolve();
    });
  });
}

function waitForAbort(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

const idRows = z.array(z.object({ id: z.string() }));

/**
 * Ends imports of the command line and of the first start whose process is no more: they fail with `interrupted`.
 * Returns their ids.
 */
export async function endAbandonedImports(): Promise<string[]> {
  return withTransaction(async (sql) => {
    const working = idRows.parse(
      await sql(
        `SELECT id FROM imports WHERE status IN ('queued', 'running') AND kind = 'import'
           AND origin IN ('cli', 'first-run')`,
      ),
    );
    const abandoned: string[] = [];
    for (const { id } of working) {
      const [row] = z
        .array(z.object({ isFree: z.boolean() }))
        .parse(await sql(`SELECT pg_try_advisory_xact_lock(${lockKey}) AS "isFree"`, [id]));
      if (row?.isFree) abandoned.push(id);
    }
    if (abandoned.length > 0)
      await sql(
        `UPDATE imports SET status = 'failed', error_code = 'interrupted', finished_at = now(), run_token = NULL,
           requested = NULL, total = created + updated + unchanged + rejected + skipped
         WHERE id = ANY($1) AND status IN ('queued', 'running')`,
        [abandoned],
      );
    return abandoned;
  });
}
