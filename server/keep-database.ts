import { setTimeout } from 'node:timers/promises';
import type { EmbeddedPostgres } from '@/lib/db/embedded/embedded-postgres';

export interface KeptDatabase extends Pick<EmbeddedPostgres, 'url' | 'home'> {
  /** Ends the watch and stops the database unless another process uses it. */
  close: () => Promise<void>;
}

export interface KeepDatabaseOptions {
  /** Starts or joins the database; given the port of before, on that one and no other. */
  start: (port?: number) => Promise<EmbeddedPostgres>;
  /** Called once for each loss, when the database is there again. */
  onRestart: () => void;
  /** Called when a try to start it again failed; the next follows after a pause of up to 30 s. */
  onFailure: (error: unknown) => void;
}

/**
 * Starts the embedded database and keeps it: when it ends by itself (killed, out of memory, a full disk) it is started
 * again on its port, so that every open pool finds it there. When it only broke its connections off, it is joined
 * anew, as others would stop it under a process that does not show.
 */
export async function keepDatabase(options: KeepDatabaseOptions): Promise<KeptDatabase> {
  const aborter = new AbortController();
  let current = await options.start();
  const { url, home } = current;
  const port = Number(new URL(url).port);

  async function watch(): Promise<void> {
    for (;;) {
      await current.lost;
      if (aborter.signal.aborted) return;
      const again = await startAgain(() => options.start(port), options.onFailure, aborter.signal);
      if (again === null) return;
      current = again;
      options.onRestart();
    }
  }

  const watching = watch();
  async function close(): Promise<void> {
    aborter.abort();
    await current.stop();
    await watching;
    await current.stop(); // one that was just being started; safe to call twice
  }
  return { url, home, close };
}

/** Tries until it runs; null when the signal ends the trying. */
async function startAgain(
  start: () => Promise<EmbeddedPostgres>,
  onFailure: (error: unknown) => void,
  signal: AbortSignal,
): Promise<EmbeddedPostgres | null> {
  for (let pause = 250; !signal.aborted; pause = Math.min(pause * 2, 30_000)) {
    try {
      return await start();
    } catch (error) {
      onFailure(error);
    }
    await setTimeout(pause, undefined, { signal }).catch(() => undefined);
  }
  return null;
}
