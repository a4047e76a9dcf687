import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether a process exists and is not merely a zombie that nobody has collected. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it exists and belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM' && !isZombie(pid);
  }
  return !isZombie(pid);
}

/**
 * A text that identifies this very process: a number given again to another process gives another text.
 * Null when the process is gone or the system does not tell.
 */
export function findProcessBirth(pid: number): string | null {
  if (process.platform === 'linux') {
    const startTicks = readStat(pid)?.[19];
    return startTicks === undefined
      ? null
      : `${readText('/proc/sys/kernel/random/boot_id').trim()}:${startTicks}`;
  }
  return askPs(pid, 'lstart=');
}

/** The command line of a process, null when it is gone or the system does not tell. */
export function findCommandLine(pid: number): string | null {
  if (process.platform === 'linux')
    return readText(`/proc/${String(pid)}/cmdline`).replaceAll('\0', ' ') || null;
  return askPs(pid, 'command=');
}

/** Waits until a process is gone; false when it still lives after `milliseconds`. */
export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isProcessAlive(pid)) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}

function isZombie(pid: number): boolean {
  return process.platform === 'linux' && readStat(pid)?.[0] === 'Z';
}

/** Fields of /proc/PID/stat after the name, which is in parentheses and may hold spaces (proc_pid_stat(5)). */
function readStat(pid: number): string[] | null {
  const stat = readText(`/proc/${String(pid)}/stat`);
  return stat === '' ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function askPs(pid: number, format: string): string | null {
  const { status, stdout } = spawnSync('ps', ['-p', String(pid), '-o', format], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() || null : null;
}
