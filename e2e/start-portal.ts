import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { editorEmail, editorPassword } from './support/editor-account';

/**
 * Playwright's global set-up: the production portal as `npm start` runs it, on a port and with data of its own.
 * Its end is a test as well: it must stop in order.
 */
export default async function startPortal(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'finews-e2e-'));
  // PostgreSQL, which runs under another account than root, must be able to pass.
  chmodSync(dataDir, 0o711);
  const portal = spawn(process.execPath, ['scripts/start.mjs'], {
    env: buildEnv(dataDir),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await waitUntilReady(portal);
  return async () => {
    const ended = new Promise<number | null>((resolve) => portal.on('exit', resolve));
    portal.kill('SIGTERM');
    const code = await ended;
    rmSync(dataDir, { recursive: true, force: true });
    if (code !== 0) throw new Error(`the portal ended with ${String(code)}`);
  };
}

/** Only what the machine needs: settings of the person who runs the tests must not reach the portal. */
function buildEnv(dataDir: string): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG, TMPDIR } = process.env;
  return {
    NODE_ENV: 'production',
    PATH,
    HOME,
    LANG,
    TMPDIR,
    // Set though empty, so that a file .env does not fill them.
    DATABASE_URL: '',
    SITE_URL: '',
    AUTH_SECRET: '',
    HOST: '127.0.0.1',
    PORT: process.env.FINEWS_E2E_PORT,
    DATA_DIR: dataDir,
    SITE_TITLE: '金融消息',
    DEFAULT_LOCALE: 'zh-CN',
    TIME_ZONE: 'Asia/Shanghai',
    TRUSTED_PROXIES: '',
    FEEDS_ALLOW_PRIVATE_HOSTS: `127.0.0.1:${process.env.FINEWS_E2E_FEED_PORT}`,
    LOG_LEVEL: 'warn',
    ADMIN_EMAIL: editorEmail,
    ADMIN_PASSWORD: editorPassword,
  };
}

function waitUntilReady(portal: ChildProcess): Promise<void> {
  let output = '';
  return new Promise((resolve, reject) => {
    for (const stream of [portal.stdout, portal.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('Ready on ')) resolve();
      });
    }
    portal.on('exit', (code) => {
      reject(new Error(`the portal ended with ${String(code)}:\n${output}`));
    });
  });
}
