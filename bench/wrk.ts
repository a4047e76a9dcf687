import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What `wrk` reports of one run. */
export interface WrkResult {
  requestsPerSecond: number;
  p99: string;
  failures: string;
}

/** Loads an address with 32 connections from one thread. Needs the program `wrk`. */
export async function runWrk(url: string, seconds: number): Promise<WrkResult> {
  const { stdout } = await run('wrk', ['-t1', '-c32', `-d${seconds}s`, '--latency', url]);
  return {
    requestsPerSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN),
    p99: /99%\s+(\S+)/.exec(stdout)?.[1] ?? '?',
    failures: /(Non-2xx[^\n]*|Socket errors[^\n]*)/.exec(stdout)?.[1] ?? 'none',
  };
}

/** Whether a program is installed. */
export async function isInstalled(program: string): Promise<boolean> {
  return run('which', [program]).then(
    () => true,
    () => false,
  );
}
