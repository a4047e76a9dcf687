import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { findProcessBirth, isProcessAlive } from '@/lib/db/embedded/process-state';
import { AppError } from '@/lib/errors/app-error';
import { hasCode } from '@/lib/errors/has-code';

const ownerSchema = z.object({
  pid: z.number().int().positive(),
  birth: z.string().nullable(),
  address: z.string(),
});

type Owner = z.infer<typeof ownerSchema>;

/**
 * Claims a data directory for this process, by the file `portal.pid` in it; a file whose process is gone (kill -9,
 * power cut) does not count, also when its number belongs to another program by now.
 * Throws AppError `already-running` (params: address, pid) or `data-dir`. Returns what releases it.
 */
export function claimDataDir(dataDir: string, address: string): () => void {
  const file = path.join(dataDir, 'portal.pid');
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    claim(file, { pid: process.pid, birth: findProcessBirth(process.pid), address });
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (hasCode(error, 'ENOSPC'))
      throw new AppError('disk-full', { directory: dataDir }, 500, { cause: error });
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('data-dir', { directory: dataDir, reason }, 500, { cause: error });
  }
  return () => {
    if (readOwner(file)?.pid === process.pid) rmSync(file, { force: true });
  };
}

/** A link is made whole or not at all, and fails when the file is there: of two claims at once one wins. */
function claim(file: string, owner: Owner): void {
  const draft = `${file}.${String(owner.pid)}`;
  writeFileSync(draft, `${JSON.stringify(owner)}\n`);
  try {
    for (let attempt = 1; !tryToLink(draft, file); attempt += 1) {
      const other = readOwner(file);
      if (other !== null && (isRunning(other) || attempt > 5)) {
        throw new AppError('already-running', { address: other.address, pid: other.pid });
      }
      removeStale(file, other);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function tryToLink(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Another process may have replaced the stale file between reading and removing it: then it is put back. */
function removeStale(file: string, stale: Owner | null): void {
  const aside = `${file}.stale-${String(process.pid)}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const removed = readOwner(aside);
  if (removed !== null && removed.pid !== stale?.pid) tryToLink(aside, file);
  rmSync(aside, { force: true });
}

function isRunning(owner: Owner): boolean {
  if (owner.pid === process.pid || !isProcessAlive(owner.pid)) return false;
  return owner.birth === null || findProcessBirth(owner.pid) === owner.birth;
}

function readOwner(file: string): Owner | null {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
