import { createServer } from 'node:net';
import { buildListenUrl, type Config } from '@/lib/config/config';
import { getAuthSecret } from '@/lib/config/auth-secret';
import { keepArchiveZone } from '@/lib/archive/archive-zone';
import { closeDb } from '@/lib/db/prisma-client';
import { findFreePort } from '@/lib/db/embedded/free-port';
import { ensureFirstEditor } from '@/lib/editors/ensure-first-editor';
import { AppError } from '@/lib/errors/app-error';
import { hasCode } from '@/lib/errors/has-code';
import { startImportWorker } from '@/lib/importing/import-worker';
import { importFirstPosts } from './first-run';
import { loadSettings } from './load-settings';
import { openDatabase } from './open-database';
import { claimDataDir } from './portal-lock';
import { startPortalServer } from './portal-server';
import { installShutdown, type Shutdown } from './shutdown';
import { buildStartupText, describeStartupError } from './startup-text';

/**
 * The whole life of a portal process: settings, data directory, database, first posts, server, and the way back at
 * a signal. Prints `Ready on …` as its last line when the portal answers; a failed start prints one sentence and
 * exits with 1.
 */
export async function runPortal(options: { dev: boolean }): Promise<void> {
  const shutdown = installShutdown(() => {
    say(buildStartupText('progress', 'stopping'));
  });
  try {
    await start(options.dev, shutdown);
  } catch (error) {
    // A signal during the start makes some step of it fail: that is no error.
    if (shutdown.signal.aborted) return;
    console.error(describeStartupError(error));
    await shutdown.end();
    process.exit(1);
  }
}

async function start(dev: boolean, shutdown: Shutdown): Promise<void> {
  const config = loadSettings((line) => {
    console.warn(line);
  });
  const address = buildListenUrl(config.host, config.port);
  shutdown.onEnd(claimDataDir(config.dataDir, address));
  await requireFreePort(config);
  getAuthSecret(config);
  const opening = openDatabase(config, say);
  // Registered while it still starts: a signal at that moment must not leave it running.
  shutdown.onEnd(async () => (await opening.catch(() => null))?.close(), 9000);
  const database = await opening;
  shutdown.onEnd(closeDb, 500);
  const preparing = prepareContent(config, shutdown.signal);
  shutdown.onEnd(() => preparing.catch(() => undefined), 6500);
  await preparing;
  if (shutdown.signal.aborted) return;
  await serve({ ...config, databaseUrl: database.url }, dev, shutdown);
  console.log(`Ready on ${address}`);
}

async function prepareContent(config: Config, signal: AbortSignal): Promise<void> {
  await keepArchiveZone(config.timeZone);
  await importFirstPosts(signal, say);
  const { signInUrl } = await ensureFirstEditor(config);
  if (signInUrl !== null) say(buildStartupText('progress', 'editor', { url: signInUrl }));
}

async function serve(config: Config, dev: boolean, shutdown: Shutdown): Promise<void> {
  const server = await startPortalServer({ config, dev }).catch((error: unknown) => {
    throw describeListenError(error, config);
  });
  // Both at once, and within what the ten seconds leave after the database's own end.
  const worker = await startImportWorker();
  shutdown.onEnd(async () => {
    await Promise.all([server.close(), worker.stop()]);
  }, 6500);
}

/** Asked before the database is started: a busy port should be told at once. */
async function requireFreePort(config: Config): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(config.port, config.host, () =>
      probe.close(() => {
        resolve();
      }),
    );
  }).catch(async (error: unknown) => {
    throw describeListenError(error, config, await findFreePort());
  });
}

function describeListenError(error: unknown, { host, port }: Config, free = 3001): unknown {
  if (hasCode(error, 'EADDRINUSE'))
    return new AppError('port-busy', { host, port, free }, 500, { cause: error });
  if (hasCode(error, 'EACCES')) return new AppError('port-forbidden', { port }, 500, { cause: error });
  if (hasCode(error, 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'))
    return new AppError('host-unknown', { host }, 500, { cause: error });
  return error;
}

function say(line: string): void {
  console.log(line);
}
