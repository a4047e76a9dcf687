import { ChangeListener } from '../change-listener';
import { clientIpHeader } from '../client-ip';
import { startTestServer } from '@/lib/http/test-server';
import { answerLive } from './answer-live';
import { LiveFeed } from './live-feed';
import type { LiveLimits } from './live-limits';

/** For tests only: one instance's live side, on a port of its own, following the log of the test's database. */
export async function startLivePortal(options: { limits?: LiveLimits; clientIp?: string } = {}) {
  const errors: unknown[] = [];
  const feed = new LiveFeed({ onError: (error) => errors.push(error), limits: options.limits });
  const listener = new ChangeListener({
    databaseUrl: process.env.DATABASE_URL ?? '',
    onStart: (position) => feed.log.open(position),
    onChanges: (changes) => feed.log.accept(changes),
    onGap: () => undefined,
    onReplaced: (position) => feed.log.replace(position),
    onError: (error) => errors.push(error),
  });
  await listener.start();
  const server = await startTestServer((request, response) => {
    request.headers[clientIpHeader] = options.clientIp ?? '127.0.0.1';
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://door.invalid');
    if (pathname !== '/api/live') return void response.writeHead(404).end();
    void answerLive(feed, searchParams, request, response);
  });
  const closeAll = async () => {
    await feed.close();
    await listener.close();
    await server.close();
  };
  let closing: Promise<void> | undefined;
  return {
    feed,
    listener,
    errors,
    url: `${server.url}/api/live`,
    /** May be called twice. */
    close: () => (closing ??= closeAll()),
  };
}
