import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '@/lib/errors/app-error';
import { buildPostgresEnv, saysDiskFull } from './postgres-env';
import { findPostmaster, stopPostmaster, type Postmaster } from './postmaster';
import type { ClusterPlan } from './create-cluster';

/** What became of a launch: it runs, another process was quicker, or the port was taken meanwhile. */
export type Launch = Postmaster | 'already-running' | 'port-taken';

const logLimit = 10 * 1024 * 1024;
/** Recovery after a crash reads up to max_wal_size of log; slow disks need minutes. */
const startLimit = 300_000;

/**
 * Starts PostgreSQL on the cluster and returns when it takes connections. It runs in a session of its own, so a
 * Ctrl-C in the terminal reaches only the portal, which stops it last.
 * Throws AppError `disk-full` or `postgres-start-failed` (params: reason, log).
 */
export async function launchPostmaster(plan: ClusterPlan & { durable: boolean }): Promise<Launch> {
  const log = rotateLog(plan.home);
  const logStart = existsSync(log) ? statSync(log).size : 0;
  const child = spawnPostgres(plan, log);
  const ended = new Promise<'ended'>((resolve, reject) => {
    child.on('exit', () => {
      resolve('ended');
    });
    child.on('error', reject);
  });
  const postmaster = await Promise.race([ended, waitUntilReady(plan.home, child.pid ?? 0)]);
  if (postmaster === 'ended') return explainEnd(plan.home, readFileSync(log, 'utf8').slice(logStart));
  child.unref();
  return postmaster;
}

function spawnPostgres(plan: ClusterPlan & { durable: boolean }, log: string) {
  const output = openSync(log, 'a', 0o600);
  try {
    return spawn(path.join(plan.binaries.directory, 'bin', 'postgres'), buildArguments(plan), {
      ...plan.account,
      cwd: path.parse(plan.home).root,
      env: buildPostgresEnv(),
      detached: true,
      stdio: ['ignore', output, output],
    });
  } finally {
    closeSync(output);
  }
}

function buildArguments(plan: ClusterPlan & { durable: boolean }): string[] {
  const settings = {
    port: plan.port,
    listen_addresses: '127.0.0.1',
    // Only TCP: the usual folder for sockets may not be writable, and its path may be too long.
    unix_socket_directories: '',
    shared_buffers: '128MB',
    max_connections: 60,
    // Failed statements are not logged: the texts of posts would fill the log.
    log_min_error_statement: 'panic',
    ...(plan.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${String(value)}`]);
  return ['-D', path.join(plan.home, 'data'), ...flags];
}

async function waitUntilReady(home: string, pid: number): Promise<Postmaster> {
  const deadline = Date.now() + startLimit;
  for (;;) {
    const postmaster = findPostmaster(home);
    if (postmaster?.pid === pid && postmaster.status === 'ready') return postmaster;
    if (Date.now() > deadline) {
      await stopPostmaster(pid);
      throw new AppError('postgres-start-failed', {
        reason: `> ${String(startLimit / 1000)} s`,
        log: logFile(home),
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** PostgreSQL tells why it stops only in words, in English as its environment asks for no other language. */
function explainEnd(home: string, output: string): Launch {
  if (/lock file "postmaster.pid" already exists/.test(output)) return 'already-running';
  if (/Address already in use|could not bind/.test(output)) return 'port-taken';
  if (saysDiskFull(output)) throw new AppError('disk-full', { directory: home });
  const fatal = output.split('\n').filter((line) => /FATAL|PANIC/.test(line));
  const reason = (fatal.at(-1) ?? output.trim().split('\n').at(-1) ?? '').replace(/^.*(FATAL|PANIC): */, '');
  throw new AppError('postgres-start-failed', { reason, log: logFile(home) });
}

function rotateLog(home: string): string {
  const file = logFile(home);
  if (existsSync(file) && statSync(file).size > logLimit) renameSync(file, `${file}.1`);
  return file;
}

function logFile(home: string): string {
  return path.join(home, 'server.log');
}
