import pino from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { getDb } from '@/lib/db/prisma-client';
import { createFeed, listFeeds } from '@/lib/feeds/feed-store';
import { parseFeedForm } from '@/lib/feeds/parse-feed-form';
import { buildRss, startTestFeedServer, type TestFeedServer } from '@/lib/feeds/test-feed-server';
import { startFeedPoller } from './feed-poller';

let server: TestFeedServer;

beforeAll(async () => {
  server = await startTestFeedServer();
  process.env.FEEDS_ALLOW_PRIVATE_HOSTS = server.host;
});

afterAll(() => server.close());

const silent = pino({ level: 'silent' });

it('two pollers share twelve sources: each is polled once, at most four at a time by each', async () => {
  let atOnce = 0;
  let most = 0;
  server.answerWith((request, response) => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    response.on('close', () => (atOnce -= 1));
    response.end(buildRss([{ id: `p${request.url}`, title: `轮询 ${request.url}` }]));
  });
  for (let at = 0; at < 12; at += 1)
    await createFeed(parseFeedForm({ name: `源${at}`, url: `${server.url}/${at}`, intervalSeconds: 3600 }));
  const pollers = [startFeedPoller(silent), startFeedPoller(silent)];
  await vi.waitFor(async () => expect((await listFeeds()).every(({ lastSuccessAt }) => lastSuccessAt)).toBe(true), 20_000); // prettier-ignore
  await Promise.all(pollers.map((poller) => poller.stop()));
  expect(server.requests.map(({ path }) => path).sort()).toEqual(Array.from({ length: 12 }, (_, at) => `/${at}`).sort()); // prettier-ignore
  expect(most).toBeLessThanOrEqual(8);
  expect(await getDb().article.count({ where: { title: { startsWith: '轮询' }, status: 'published' } })).toBe(12); // prettier-ignore
});

it('stops while a source keeps it waiting, and gives that source back', async () => {
  await getDb().feedSource.deleteMany();
  const asked = new Promise<void>((resolve) => server.answerWith(() => resolve()));
  const feed = await createFeed(parseFeedForm({ name: '慢', url: `${server.url}/slow` }));
  const poller = startFeedPoller(silent);
  await asked;
  await poller.stop();
  const row = await getDb().feedSource.findUnique({ where: { id: feed.id } });
  expect(row).toMatchObject({ claimedUntil: null, failures: 0, lastPollAt: null });
});

it('goes on when the database is back', async () => {
  await getDb().feedSource.deleteMany();
  server.answerWith((_request, response) => response.end(buildRss([{ id: 'back', title: '回来了' }])));
  await createFeed(parseFeedForm({ name: '回来', url: `${server.url}/back` }));
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  await getDb().$executeRaw`ALTER TABLE feed_sources RENAME TO away`;
  const poller = startFeedPoller(log);
  await vi.waitFor(() => expect(lines).toHaveLength(1));
  await getDb().$executeRaw`ALTER TABLE away RENAME TO feed_sources`;
  await vi.waitFor(
    async () => expect(await getDb().article.count({ where: { title: '回来了' } })).toBe(1),
    15_000,
  );
  await poller.stop();
  expect(lines).toHaveLength(1);
});
