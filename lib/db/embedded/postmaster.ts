import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findCommandLine, isProcessAlive, waitForEnd } from './process-state';

/** What a running PostgreSQL says about itself in `postmaster.pid` of its cluster. */
export interface Postmaster {
  pid: number;
  port: number;
  /** starting, ready, stopping, standby */
  status: string;
}

/**
 * The PostgreSQL that runs on the cluster in `home`, or null. A file left behind by a crash is removed when its
 * process number belongs to another program by now: PostgreSQL itself would refuse to start.
 */
export function findPostmaster(home: string): Postmaster | null {
  const postmaster = readPidFile(home);
  if (postmaster === null || !isProcessAlive(postmaster.pid)) return null;
  const commandLine = findCommandLine(postmaster.pid);
  if (commandLine === null || commandLine.includes('postgres')) return postmaster;
  rmSync(path.join(home, 'data', 'postmaster.pid'), { force: true });
  return null;
}

/**
 * Stops it: first so that open transactions are rolled back and all is written ("fast"), then at once
 * ("immediate", recovered at the next start), then by force. Returns when it is gone.
 */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const [signal, milliseconds] of [
    ['SIGINT', 2500],
    ['SIGQUIT', 500],
    ['SIGKILL', 500],
  ] as const) {
    if (!sendSignal(pid, signal) || (await waitForEnd(pid, milliseconds))) return;
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** Lines of postmaster.pid: pid, data directory, start, port, socket directory, address, shared memory, status. */
function readPidFile(home: string): Postmaster | null {
  try {
    const lines = readFileSync(path.join(home, 'data', 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, port: Number(lines[3]), status: lines[7]?.trim() ?? '' } : null;
  } catch {
    return null;
  }
}
