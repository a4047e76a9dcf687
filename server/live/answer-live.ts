import type { IncomingMessage, ServerResponse } from 'node:http';
import { clientAddressHeader, readClientAddress } from '@/lib/editors/client-address';
import { AppError } from '@/lib/errors/app-error';
import { type LiveRequest, parseLiveRequest } from '@/lib/live/live-request';
import type { LiveFeed } from './live-feed';

/**
 * `/api/live`: a stream of server-sent events, or with `poll=1` (or `Accept: application/json`) the same once as
 * `{last, reset, items}`. Written straight to the connection and never compressed: an event must not wait in anybody's
 * buffer.
 */
export async function answerLive(
  feed: LiveFeed,
  params: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('Cache-Control', 'no-store, no-transform');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendJson(response, 405, { code: 'method-not-allowed' });
  }
  const asked = readRequest(params, request);
  if (asked instanceof AppError) return sendJson(response, 400, { code: asked.code, params: asked.params });
  if (!feed.isOpen) return sendBusy(response, 2);
  if (asked.isPoll) return answerPoll(feed, asked, response);
  return answerStream(feed, asked, request, response);
}

function readRequest(params: URLSearchParams, { headers }: IncomingMessage): LiveRequest | AppError {
  try {
    const lastEventId = headers['last-event-id'];
    return parseLiveRequest(params, {
      lastEventId: typeof lastEventId === 'string' ? lastEventId : undefined,
      accept: headers.accept,
    });
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

async function answerPoll(feed: LiveFeed, asked: LiveRequest, response: ServerResponse): Promise<void> {
  const { events, position, isReset } = await feed.hub.collect(asked);
  sendJson(response, 200, { last: String(position), reset: isReset, items: events });
}

async function answerStream(
  feed: LiveFeed,
  asked: LiveRequest,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const header = request.headers[clientAddressHeader];
  const address = readClientAddress(
    new Headers(typeof header === 'string' ? { [clientAddressHeader]: header } : {}),
  );
  const giveBack = feed.streams.take(address);
  if (!giveBack) return sendBusy(response, 30);
  response.on('close', giveBack);
  response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
  response.setHeader('X-Accel-Buffering', 'no');
  // The end of the stream is the end of the connection, so that nothing idle is left when the process ends.
  response.setHeader('Connection', 'close');
  if (request.method === 'HEAD') return void response.end();
  await feed.hub.subscribe(response, asked);
}

function sendBusy(response: ServerResponse, seconds: number): void {
  response.setHeader('Retry-After', String(seconds));
  sendJson(response, 503, { code: 'busy' });
}

function sendJson(response: ServerResponse, status: number, value: object): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(value));
}
