import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findFreePort } from '@/lib/db/embedded/free-port';

const example = path.resolve(import.meta.dirname, '../deploy/nginx.conf');
const programs = ['nginx', '/usr/sbin/nginx', '/usr/local/sbin/nginx'];

/** The nginx of this machine; without one the tests that need it are not run, and say so. */
export async function findNginx(): Promise<string | undefined> {
  for (const program of programs) {
    const isThere = await new Promise<boolean>((resolve) =>
      execFile(program, ['-v'], (error) => resolve(error === null)),
    );
    if (isThere) return program;
  }
  console.warn('NOT RUN: nginx is not installed');
  return undefined;
}

/**
 * nginx with deploy/nginx.conf as it is, but for names of this machine: ports, upstreams and no TLS. `change` may
 * do more to it.
 */
export async function startExampleNginx(
  program: string,
  upstreams: readonly string[],
  change: (site: string) => string = (site) => site,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const dir = await mkdtemp(path.join(tmpdir(), 'finews-nginx-'));
  await chmod(dir, 0o755); // its worker is another user when the master is root
  const port = await findFreePort();
  const site = (await readFile(example, 'utf8'))
    .replace(/^server \{\n {4}listen 80;[\s\S]*?^\}\n/m, '')
    .replace(/^ {4}listen 443 ssl;$/m, `    listen 127.0.0.1:${port};`)
    .replace(/^ {4}(?:listen \[::\]:443|http2|ssl_).*$/gm, '')
    .replace(/^ {4}server 127.0.0.1:3000;$/m, upstreams.map((host) => `    server ${host};`).join('\n'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${dir}/${name};`)
    .join(' ');
  const config = path.join(dir, 'nginx.conf');
  await writeFile(
    config,
    `worker_processes 1; worker_rlimit_nofile 20000; pid ${dir}/pid; daemon off; error_log ${dir}/error.log;
events { worker_connections 10000; }
http { access_log off; default_type text/plain; ${temporary}
${change(site)}
}\n`,
  );
  const child = spawn(program, ['-c', config, '-p', dir], { stdio: ['ignore', 'ignore', 'pipe'] });
  await waitUntilOpen(`http://127.0.0.1:${port}/`, child);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function waitUntilOpen(url: string, child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${said}`);
    const isOpen = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isOpen) return;
    await setTimeout(50);
  }
  throw new Error(`nginx does not answer: ${said}`);
}
