import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { workerPath } from '@/lib/config/worker-path';
import { prepareWorker } from './service-worker';

function prepare(offlineReading: boolean) {
  const request = new IncomingMessage(new Socket());
  request.url = workerPath;
  const response = new ServerResponse(request);
  prepareWorker({ offlineReading }, request, response);
  return { url: request.url, scope: response.getHeader('Service-Worker-Allowed') };
}

it('the worker may serve every page, and is replaced by the one that leaves when it is not wanted', () => {
  expect(prepare(true)).toEqual({ url: workerPath, scope: '/' });
  expect(prepare(false)).toEqual({ url: '/assets/service-worker-off.js', scope: '/' });
});
