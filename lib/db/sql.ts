import { Pool, type PoolClient } from 'pg';
import { getConfig } from '@/lib/config/config';
import type { Prisma } from './generated/client';
import { getDatabaseUrl } from './database-url';

/** Runs one statement with `$1 …` parameters inside a transaction; its rows are unknown until zod has read them. */
export type Sql = (statement: string, parameters?: unknown[]) => Promise<unknown[]>;

interface PoolLimits {
  max: number;
  statement_timeout: number;
  query_timeout: number;
  options?: string;
}

/** Milliseconds after which a search is given up. */
const searchMs = 2000;

const limits = {
  // Search terms wait in a list and are sorted into their index together: in PostgreSQL's usual 4 MB those of 250 articles,
  // which was a third of an import. A search reads through the list first, some milliseconds.
  batch: {
    max: 4,
    statement_timeout: 120_000,
    query_timeout: 125_000,
    options: '-c gin_pending_list_limit=16MB',
  },
  // The planner does not know that looking at a row's terms means unpacking them: it must never do so for all rows.
  search: {
    max: 6,
    statement_timeout: searchMs,
    query_timeout: searchMs + 500,
    options: '-c enable_seqscan=off -c jit=off',
  },
} satisfies Record<string, PoolLimits>;

type PoolName = keyof typeof limits;

const poolsKey = Symbol.for('finews.pools');
const shared = globalThis as typeof globalThis & { [poolsKey]?: Map<PoolName, Pool> };

/**
 * Runs `work` in one transaction on a connection of its own, for the big batches of the write path: Prisma costs
 * 0.8 ms of processor time an article there, the driver a tenth of it. Rolls back when `work` throws.
 * A statement may take two minutes.
 */
export async function withTransaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await getPool('batch').connect();
  try {
    const sql = buildSql(client);
    await sql('BEGIN');
    const result = await work(sql);
    await sql('COMMIT');
    client.release();
    return result;
  } catch (error) {
    await rollBack(client);
    throw error;
  }
}

/**
 * Runs one statement of a search, which may take two seconds, on connections of their own: a flood of slow searches must
 * not take those of pages and imports.
 */
export const searchSql: Sql = async (statement, parameters) => {
  const { rows } = await getPool('search').query<Record<string, unknown>>(statement, parameters);
  return rows;
};

/** A connection that cannot even roll back is thrown away. */
async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK');
    client.release();
  } catch (cause) {
    client.release(cause instanceof Error ? cause : true);
  }
}

function buildSql(client: PoolClient): Sql {
  return async (statement, parameters) => {
    const { rows } = await client.query<Record<string, unknown>>(statement, parameters);
    return rows;
  };
}

/** The same for a transaction that Prisma began, so that both can use one function. */
export function sqlOf(tx: Prisma.TransactionClient): Sql {
  return (statement, parameters = []) => tx.$queryRawUnsafe<unknown[]>(statement, ...parameters);
}

function getPool(name: PoolName): Pool {
  const pools = (shared[poolsKey] ??= new Map<PoolName, Pool>());
  const known = pools.get(name);
  if (known) return known;
  const pool = new Pool({
    ...limits[name],
    connectionString: getDatabaseUrl(getConfig()),
    connectionTimeoutMillis: 4000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'finews',
  });
  // A connection that breaks while idle: the pool replaces it, the next query tells.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  pools.set(name, pool);
  return pool;
}

/** Closes the connections; a later transaction opens new ones. */
export async function closeSql(): Promise<void> {
  const pools = [...(shared[poolsKey]?.values() ?? [])];
  Reflect.deleteProperty(shared, poolsKey);
  await Promise.all(pools.map((pool) => pool.end()));
}
