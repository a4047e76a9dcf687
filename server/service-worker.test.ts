import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { workerPath } from '@/lib/config/worker-path';
import { prepareWorker } from './service-worker';

const off = '/assets/service-worker-off.js';

it.each([
  [workerPath, true, workerPath],
  [workerPath, false, off],
  [off, true, off],
  [off, false, off],
])('%s, reading offline allowed: %s, is answered by %s, for every page', (asked, offlineReading, sent) => {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  expect(prepareWorker({ offlineReading }, asked, response)).toBe(sent);
  expect(response.getHeader('Service-Worker-Allowed')).toBe('/');
});
