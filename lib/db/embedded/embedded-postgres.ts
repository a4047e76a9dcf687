import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { AppError } from '@/lib/errors/app-error';
import { hasCode } from '@/lib/errors/has-code';
import {
  buildConnectionUrl,
  readConnectionFile,
  saveConnectionFile,
  type EmbeddedConnection,
} from './connection-file';
import { createCluster, type ClusterPlan } from './create-cluster';
import { findFreePort, isPortFree } from './free-port';
import { launchPostmaster } from './launch-postmaster';
import { findPostgresBinaries } from './postgres-binaries';
import { requirePostgresAccount } from './postgres-account';
import { resolvePostgresHome, resolveReachableBinaries } from './postgres-home';
import { findPostmaster, stopPostmaster, type Postmaster } from './postmaster';
import { enterPresence, type Presence } from './presence';
import { waitForEnd } from './process-state';

export interface EmbeddedPostgresOptions {
  /** The portal's data directory, absolute. */
  dataDir: string;
  /** False only for throw-away clusters of tests: faster, and lost at a power cut. */
  durable?: boolean;
  /** The port it must have, because connections to it are in use; free to change when absent. */
  port?: number;
}

export interface EmbeddedPostgres {
  url: string;
  /** Folder of the cluster; outside of the data directory where PostgreSQL may not enter that. */
  home: string;
  /** Stops it unless another process still uses it (an import beside the portal). Safe to call twice. */
  stop: () => Promise<void>;
  /** Resolves when this process lost it: after `stop`, or because it ended or broke all its connections off. */
  lost: Promise<void>;
}

/** How often a start is tried: another process may start or stop the same database at the same moment. */
const attempts = 60;
const serverVersion = '18';

/**
 * Makes sure that the database under the data directory runs: makes it at the first time, takes over one that a
 * killed portal left running, shares one that another process of the portal started.
 * Throws AppError `postgres-…` or `disk-full`.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const plan = await planCluster(options.dataDir);
  if (!existsSync(path.join(plan.home, 'data', 'PG_VERSION'))) await createCluster(plan);
  requireVersion(plan.home);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const running = await tryToStart({ ...plan, durable: options.durable ?? true, fixedPort: options.port });
    if (running !== null) return running;
  }
  throw new AppError('postgres-start-failed', { reason: 'busy', log: path.join(plan.home, 'server.log') });
}

async function planCluster(dataDir: string): Promise<ClusterPlan> {
  const account = requirePostgresAccount();
  const binaries = resolveReachableBinaries(findPostgresBinaries(), account);
  const home = resolvePostgresHome(dataDir, account);
  return { home, binaries, account, port: await findFreePort() };
}

type LaunchPlan = ClusterPlan & { durable: boolean; fixedPort: number | undefined };

async function tryToStart(plan: LaunchPlan): Promise<EmbeddedPostgres | null> {
  const postmaster = findPostmaster(plan.home) ?? (await launch(plan));
  if (postmaster === null) return null;
  if (postmaster.status === 'stopping') {
    await waitForEnd(postmaster.pid, 10_000);
    return null;
  }
  return join(plan.home, postmaster);
}

async function launch(plan: LaunchPlan): Promise<Postmaster | null> {
  const wanted = plan.fixedPort ?? requireConnection(plan.home).port;
  const port = plan.fixedPort !== undefined || (await isPortFree(wanted)) ? wanted : plan.port;
  const result = await launchPostmaster({ ...plan, port });
  if (result === 'already-running' || result === 'port-taken') return null;
  return result;
}

/** Joins a running one; null when it was stopping just then, or was hung and had to be stopped. */
async function join(home: string, postmaster: Postmaster): Promise<EmbeddedPostgres | null> {
  const connection = { ...requireConnection(home), port: postmaster.port };
  saveConnectionFile(home, connection);
  try {
    await ensureDatabase(connection);
    // Not in the portal's own database, which must be free to be copied or dropped.
    const presence = await enterPresence(buildConnectionUrl({ ...connection, database: 'postgres' }));
    return describe(home, buildConnectionUrl(connection), postmaster.pid, presence);
  } catch (error) {
    if (hasCode(error, '28P01', '53300', '53100')) throw error;
    const isComingOrGoing = hasCode(error, '57P03', '57P01', 'ECONNREFUSED', 'ECONNRESET');
    if (isComingOrGoing && (await waitForEnd(postmaster.pid, 1000))) return null;
    if (!isComingOrGoing) await stopPostmaster(postmaster.pid);
    return null;
  }
}

function describe(home: string, url: string, pid: number, presence: Presence): EmbeddedPostgres {
  let stopping: Promise<void> | undefined;
  async function stopUnlessUsed(): Promise<void> {
    if (await presence.leave()) await stopPostmaster(pid);
  }
  return { url, home, stop: () => (stopping ??= stopUnlessUsed()), lost: presence.lost };
}

async function ensureDatabase(connection: EmbeddedConnection): Promise<void> {
  const url = buildConnectionUrl({ ...connection, database: 'postgres' });
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 4000, query_timeout: 30_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [connection.database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${connection.database}`);
  } catch (error) {
    // Another process made it at the same moment.
    if (!hasCode(error, '42P04', '23505')) throw error;
  } finally {
    await client.end();
  }
}

function requireVersion(home: string): void {
  const version = readFileSync(path.join(home, 'data', 'PG_VERSION'), 'utf8').trim();
  if (version !== serverVersion)
    throw new AppError('postgres-other-version', { version, expected: serverVersion });
}

function requireConnection(home: string): EmbeddedConnection {
  const connection = readConnectionFile(home);
  if (connection === null) throw new AppError('postgres-connection-lost', { directory: home });
  return connection;
}
