import type { StorySummary } from '../stories/story-summary';
import { cacheNames, isOurCache } from './cache-names';
import { hasCaches } from './has-caches';
import type { WorkerMessage } from './worker-message';

/** How many lost copies one visit brings back. */
const maxAtOnce = 20;

/** Hands a message to the worker, when there is one. */
export function tellWorker(message: WorkerMessage): void {
  if (!('serviceWorker' in navigator)) return;
  void navigator.serviceWorker.getRegistration('/').then((registration) => {
    registration?.active?.postMessage(message);
  }, ignore);
}

/** Keeps a saved story for reading without network; pictures only where data is not to be saved. */
export function keepCopy(path: string): void {
  tellWorker({ kind: 'save', path, withPictures: !wantsLessData() });
}

export function dropCopy(path: string): void {
  tellWorker({ kind: 'drop', path });
}

/** Keeps those saved stories of which there is no copy: saved before there was a worker, or lost with an old cache. */
export function keepMissingCopies(stories: StorySummary[]): void {
  if (!hasCaches()) return;
  void caches
    .open(cacheNames.saved)
    .then(async (cache) => {
      const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
      const missing = stories.filter(({ path }) => !kept.has(path));
      for (const { path } of missing.slice(-maxAtOnce)) keepCopy(path);
    })
    .catch(ignore);
}

/** Removes every copy of this browser. */
export async function removeCopies(): Promise<void> {
  if (!hasCaches()) return;
  const names = await caches.keys();
  await Promise.all(names.filter(isOurCache).map((name) => caches.delete(name)));
}

/** Whether the reader asked the browser to save data. Sources: Network Information API; Media Queries 5. */
export function wantsLessData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  const saveData: unknown =
    typeof connection === 'object' && connection !== null ? Reflect.get(connection, 'saveData') : undefined;
  return saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}

function ignore(): void {
  // A private window may have no worker and no caches: reading needs neither.
}
