import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { listTree } from './processes';

const projectDir = path.resolve(import.meta.dirname, '..');

/** A portal of its own for one measurement: own port, own data, production build. */
export interface BenchPortal {
  url: string;
  env: NodeJS.ProcessEnv;
  process: ChildProcess;
  stop: () => Promise<void>;
  /** Ends the portal with SIGKILL, as a crash would; its PostgreSQL is left as it is. */
  kill: () => Promise<void>;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Runs `npm start` and waits for its last line. */
export async function startPortal(
  dataDir: string,
  settings: Record<string, string> = {},
  port?: number,
): Promise<BenchPortal> {
  port ??= await findFreePort();
  const env = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: dataDir,
    ADMIN_EMAIL: 'bench@example.com',
    ADMIN_PASSWORD: 'bench-password-1',
    ...settings,
  };
  const child = spawn('npm', ['start'], { cwd: projectDir, env, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (/^Ready on /m.test(output)) resolve();
    });
    child.once('exit', () => reject(new Error(`the portal did not start:\n${output}`)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  const kill = async () => {
    const exit = once(child, 'exit');
    for (const { pid, name } of await listTree(child.pid ?? 0))
      if (!name.startsWith('postgres')) process.kill(pid, 'SIGKILL');
    await exit;
  };
  return { url: `http://127.0.0.1:${port}`, env, process: child, stop, kill };
}

/** Runs a command of the project to its end and returns its output and duration in seconds. */
export async function runCommand(
  args: string[],
  env: NodeJS.ProcessEnv,
  onStart?: (pid: number) => void,
): Promise<{ seconds: number; output: string; code: number | null }> {
  const started = performance.now();
  const child = spawn('npm', ['run', '--silent', ...args], {
    cwd: projectDir,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.pid !== undefined) onStart?.(child.pid);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(child, 'close');
  return { seconds: (performance.now() - started) / 1000, output, code: child.exitCode };
}
