import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '@/lib/errors/app-error';
import { saveConnectionFile } from './connection-file';
import { isProcessAlive } from './process-state';
import { buildPostgresEnv, saysDiskFull } from './postgres-env';
import { makeEnterable } from './postgres-home';
import type { PostgresAccount } from './postgres-account';
import type { PostgresBinaries } from './postgres-binaries';

/** What a new cluster is made of; `port` is where it shall listen. */
export interface ClusterPlan {
  home: string;
  binaries: PostgresBinaries;
  account: PostgresAccount | null;
  port: number;
}

/**
 * Makes a cluster in `home`, with a password of its own. It is built beside and renamed into place when whole: a
 * creation that was broken off leaves nothing behind, and of two at once one wins.
 * Throws AppError `disk-full` or `postgres-create-failed`.
 */
export async function createCluster(plan: ClusterPlan): Promise<void> {
  removeBrokenOff(plan.home);
  const draft = `${plan.home}.new-${String(process.pid)}-${randomBytes(4).toString('hex')}`;
  try {
    await buildCluster(draft, plan);
    renameSync(draft, plan.home);
  } catch (error) {
    if (!existsSync(path.join(plan.home, 'data', 'PG_VERSION'))) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function buildCluster(draft: string, plan: ClusterPlan): Promise<void> {
  const connection = {
    port: plan.port,
    user: 'finews',
    password: randomBytes(24).toString('base64url'),
    database: 'finews',
  };
  const data = path.join(draft, 'data');
  const passwordFile = path.join(draft, 'initial-password');
  makeEnterable(draft);
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, connection.password, { mode: 0o600 });
  if (plan.account !== null) {
    for (const file of [data, passwordFile]) chownSync(file, plan.account.uid, plan.account.gid);
  }
  await runInitdb(plan, data, passwordFile);
  rmSync(passwordFile);
  saveConnectionFile(draft, connection);
}

/**
 * Words are told apart by the character classes of C.UTF-8 where the system has it: under plain C no Chinese
 * character counts as a letter.
 */
async function runInitdb(plan: ClusterPlan, data: string, passwordFile: string): Promise<void> {
  const flags = [
    '-D',
    data,
    '-U',
    'finews',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
  ];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const first = await runProgram(plan, 'initdb', [...flags, ...locale, '--lc-ctype=C.UTF-8']);
  if (first.code === 0) return;
  const second = await runProgram(plan, 'initdb', [...flags, ...locale]);
  if (second.code === 0) return;
  if (saysDiskFull(second.output)) throw new AppError('disk-full', { directory: plan.home });
  throw new AppError('postgres-create-failed', { reason: lastLine(second.output) });
}

function runProgram(plan: ClusterPlan, name: string, args: string[]) {
  const child = spawn(path.join(plan.binaries.directory, 'bin', name), args, {
    ...plan.account,
    cwd: path.parse(plan.home).root,
    env: buildPostgresEnv(),
    // Its own group: a Ctrl-C meant for the portal must not break it.
    detached: true,
  });
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Drafts of processes that are no more. */
function removeBrokenOff(home: string): void {
  const parent = path.dirname(home);
  mkdirSync(parent, { recursive: true });
  const prefix = `${path.basename(home)}.new-`;
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
    if (!isProcessAlive(Number.parseInt(name.slice(prefix.length), 10)))
      rmSync(path.join(parent, name), { recursive: true });
  }
}

function lastLine(output: string): string {
  const lines = output.split('\n').filter((line) => /error|fatal|could not/i.test(line));
  return (lines.at(-1) ?? output.trim().split('\n').at(-1) ?? '').trim();
}
