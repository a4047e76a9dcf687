import { isOurCache } from './cache-names';
import type { WorkerScope } from './worker-scope';

// Sent in place of the service worker when OFFLINE_READING is 0: browsers look for a new worker by themselves, whatever
// the old one does, and this one takes its place, removes what it kept and leaves.

declare const self: WorkerScope;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter(isOurCache).map((name) => caches.delete(name)));
  await self.registration.unregister();
}
