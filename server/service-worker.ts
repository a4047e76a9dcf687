import type { ServerResponse } from 'node:http';
import { workerPath } from '@/lib/config/worker-path';

const withdrawingPath = '/assets/service-worker-off.js';

/** Whether a path is the service worker's, or that of the one that takes its place. */
export function isWorkerPath(pathname: string): boolean {
  return pathname === workerPath || pathname === withdrawingPath;
}

/**
 * Lets the service worker, though it lies in a folder, serve all reader pages, and tells the path of the file to send:
 * where offline reading is switched off, the one that removes the old one. Browsers ask for it by themselves, at the
 * latest after a day.
 */
export function prepareWorker(
  { offlineReading }: { offlineReading: boolean },
  pathname: string,
  response: ServerResponse,
): string {
  response.setHeader('Service-Worker-Allowed', '/');
  return offlineReading ? pathname : withdrawingPath;
}
