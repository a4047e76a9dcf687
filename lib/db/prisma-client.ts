import { PrismaPg } from '@prisma/adapter-pg';
import { getConfig } from '@/lib/config/config';
import { getDatabaseUrl } from './database-url';
import { closeSql } from './sql';
import { PrismaClient } from './generated/client';

/** Milliseconds after which an answer is given up: the client waits a little longer than the server works. */
interface Limits {
  max: number;
  statement_timeout: number;
  query_timeout: number;
}

/** Pages: at a database that is gone or hangs, an answer must be there within 5 s. */
const pageLimits: Limits = { max: 10, statement_timeout: 4000, query_timeout: 4500 };
/** Imports, exports and other long work. */
const batchLimits: Limits = { max: 4, statement_timeout: 120_000, query_timeout: 125_000 };

/**
 * The database client for pages and short requests: one per process, connected at the first query.
 * A query that takes over 4 s fails; long work takes `getBatchDb`.
 */
export function getDb(): PrismaClient {
  return getClient('finews.db', pageLimits);
}

/** The database client for imports and other work whose single statements may take up to two minutes. */
export function getBatchDb(): PrismaClient {
  return getClient('finews.batch-db', batchLimits);
}

/** Closes the connections of this process; a later `getDb` opens new ones. */
export async function closeDb(): Promise<void> {
  const clients = ['finews.db', 'finews.batch-db'].map((name) => takeClient(Symbol.for(name)));
  await Promise.all([
    ...clients.filter((client) => client !== null).map((client) => client.$disconnect()),
    closeSql(),
  ]);
}

// Kept on globalThis: the server's own modules and those that Next bundles are loaded apart, in one process.
function getClient(name: string, limits: Limits): PrismaClient {
  const key = Symbol.for(name);
  const known: unknown = Reflect.get(globalThis, key);
  if (isClient(known)) return known;
  const client = createDbClient(getDatabaseUrl(getConfig()), limits);
  Reflect.set(globalThis, key, client);
  return client;
}

function takeClient(key: symbol): PrismaClient | null {
  const known: unknown = Reflect.get(globalThis, key);
  Reflect.deleteProperty(globalThis, key);
  return isClient(known) ? known : null;
}

/** Not `instanceof`: the class itself may be loaded twice. Nobody else writes under these keys. */
function isClient(value: unknown): value is PrismaClient {
  return typeof value === 'object' && value !== null && '$disconnect' in value;
}

/** A client of its own for one database; the caller disconnects it. */
export function createDbClient(databaseUrl: string, limits: Partial<Limits> = {}): PrismaClient {
  const pool = { ...pageLimits, ...limits, connectionString: databaseUrl };
  const adapter = new PrismaPg(
    {
      ...pool,
      connectionTimeoutMillis: 4000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      application_name: 'finews',
    },
    // A connection that breaks while idle or between two queries: the pool replaces it, the next query tells.
    { onPoolError: () => undefined, onConnectionError: () => undefined },
  );
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 4000, timeout: pool.query_timeout } });
}
