/** Address of the service worker of the reader pages: bundled from client/offline/service-worker.ts. */
export const workerPath = '/assets/service-worker.js';
