import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { canEnter, type PostgresAccount } from './postgres-account';
import type { PostgresBinaries } from './postgres-binaries';

/** Kept here what PostgreSQL cannot reach where it lies. Survives restarts, unlike the folder for temporary files. */
const systemDirectory = '/var/lib/finews';

/**
 * Where the cluster of a data directory lies or shall lie: `postgres` in it. A portal that root runs in a folder
 * that others may not enter (`/root`) keeps it under `/var/lib/finews`, and notes where in `postgres-location`.
 */
export function resolvePostgresHome(dataDir: string, account: PostgresAccount | null): string {
  if (!existsSync(dataDir)) makeEnterable(dataDir);
  const noted = findNotedHome(dataDir);
  if (noted !== null) return noted;
  const usual = path.join(dataDir, 'postgres');
  if (account === null || existsSync(usual) || canEnter(account, dataDir)) return usual;
  const elsewhere = path.join(makeSystemDirectory(), hashOf(realpathSync(dataDir)));
  writeFileSync(path.join(dataDir, 'postgres-location'), `${elsewhere}\n`);
  return elsewhere;
}

/** The cluster's folder of a data directory for reading only: nothing is made or asked. */
export function findPostgresHome(dataDir: string): string {
  return findNotedHome(dataDir) ?? path.join(dataDir, 'postgres');
}

/** The programs themselves, or a copy of them under `/var/lib/finews` that the account may enter. */
export function resolveReachableBinaries(
  binaries: PostgresBinaries,
  account: PostgresAccount | null,
): PostgresBinaries {
  if (account === null || canEnter(account, path.join(binaries.directory, 'bin'))) return binaries;
  const copy = path.join(makeSystemDirectory(), `postgresql-${binaries.version}-${process.arch}`);
  if (!existsSync(copy)) copyWhole(binaries.directory, copy);
  return { ...binaries, directory: copy };
}

/** Makes a folder that other accounts may pass through but not list, whatever the umask says. */
export function makeEnterable(directory: string): void {
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, 0o711);
}

/** Renamed into place when complete, so that a copy that was broken off is never used. */
function copyWhole(source: string, target: string): void {
  const draft = `${target}.new-${String(process.pid)}`;
  cpSync(source, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(target)) throw error;
  }
}

function makeSystemDirectory(): string {
  makeEnterable(systemDirectory);
  return systemDirectory;
}

function findNotedHome(dataDir: string): string | null {
  const note = path.join(dataDir, 'postgres-location');
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : null;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
