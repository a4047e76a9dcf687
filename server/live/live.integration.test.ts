import { afterEach, expect, it, vi } from 'vitest';
import { changeArticleStatus } from '@/lib/articles/article-admin-store';
import { findLastChangeId, pruneChanges } from '@/lib/articles/change-log';
import { saveArticles } from '@/lib/articles/save-articles';
import { getDb } from '@/lib/db/prisma-client';
import { buildArticleInput, buildArticleInputs } from '@/testing/build-article-input';
import { LiveClient } from '@/testing/live-client';
import { startLivePortal } from './test-live-portal';

type LivePortal = Awaited<ReturnType<typeof startLivePortal>>;

const closing: (() => unknown)[] = [];
let saved = 0;

afterEach(async () => {
  for (let close = closing.pop(); close !== undefined; close = closing.pop()) await close();
});

async function start(...options: Parameters<typeof startLivePortal>): Promise<LivePortal> {
  const portal = await startLivePortal(...options);
  closing.push(() => portal.close());
  await vi.waitFor(() => expect(portal.feed.isOpen).toBe(true));
  return portal;
}

async function listen({ url }: LivePortal, query = ''): Promise<LiveClient> {
  const client = new LiveClient(`${url}${query}`);
  closing.push(() => client.close());
  await client.connect();
  // The first event says from where on it hears.
  await vi.waitFor(() => expect(client.events.length).toBeGreaterThan(0));
  return client;
}

/** Waits until an instance has heard of everything so far. */
async function settle({ feed }: LivePortal): Promise<void> {
  const last = Number(await findLastChangeId());
  await vi.waitFor(() => expect(feed.log.position).toBe(last));
}

/** Saves new stories; gives their slugs. */
async function publish(count: number, overrides: Parameters<typeof buildArticleInput>[0] = {}) {
  const inputs = Array.from({ length: count }, () => {
    saved += 1;
    const identityKey = `20280101${String(saved).padStart(10, '0')}`;
    const wantedSlug = `NW${identityKey}`;
    return buildArticleInput({ identityKey, wantedSlug, title: `第${saved}篇`, ...overrides });
  });
  await saveArticles(inputs, {});
  return inputs.map(({ wantedSlug }) => wantedSlug);
}

it('tells a story when it is committed, with what a list shows of it', async () => {
  const portal = await start();
  const client = await listen(portal);
  const [slug = ''] = await publish(1, { title: '一篇', tags: ['财经'] });
  await vi.waitFor(() => expect(client.slugs()).toEqual([slug]));
  expect(client.articles()[0]).toMatchObject({
    kind: 'published',
    slug,
    title: '一篇',
    publishedAt: '2026-11-20T01:00:00.000Z',
    category: { slug: 'ceshiribao', name: '测试日报' },
    topics: expect.arrayContaining([
      'front',
      'category:ceshiribao',
      'tag:财经',
      `article:${slug}`,
    ]) as unknown,
  });
  expect(client.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  expect(client.headers['content-encoding']).toBeUndefined();
});

it('tells changes and withdrawals, the latter without a title, and each only where it belongs', async () => {
  const portal = await start();
  const [slug = '', other = ''] = await publish(2);
  await settle(portal);
  const article = await listen(portal, `?topics=article:${slug}`);
  const elsewhere = await listen(portal, '?topics=category:elsewhere');
  const category = await listen(portal, '?topics=category:ceshiribao');
  await changeArticleStatus({ id: 'editor-1' }, other, 'withdrawn');
  await changeArticleStatus({ id: 'editor-1' }, slug, 'withdrawn');
  await vi.waitFor(() => expect(category.slugs()).toEqual([other, slug]));
  await changeArticleStatus({ id: 'editor-1' }, slug, 'published');
  await vi.waitFor(() => expect(category.slugs()).toEqual([other, slug, slug]));
  expect(article.articles()).toMatchObject([
    { kind: 'removed', slug, title: null },
    { kind: 'published', slug },
  ]);
  expect(elsewhere.slugs()).toEqual([]);
});

it('two instances on one database tell the same, and a reader may change from one to the other', async () => {
  const [one, two] = [await start(), await start()];
  const clients = [await listen(one), await listen(two)];
  const first = await publish(3);
  for (const client of clients) await vi.waitFor(() => expect(client.slugs()).toEqual(first));
  const [traveller] = clients;
  traveller?.close();
  const second = await publish(2);
  await traveller?.connect(two.url);
  const third = await publish(2);
  for (const client of clients)
    await vi.waitFor(() => expect(client.slugs()).toEqual([...first, ...second, ...third]));
});

it('over a restart of its instance a reader misses none of 1,000 and gets none twice', async () => {
  let portal = await start();
  const client = await listen(portal);
  const inputs = buildArticleInputs(1000);
  for (let at = 0; at < inputs.length; at += 100) {
    await saveArticles(inputs.slice(at, at + 100), {});
    if (at !== 300 && at !== 600) continue;
    // The stream ends in the middle of it, and batches are committed while nobody is there.
    await portal.close();
    await saveArticles(inputs.slice(at + 100, at + 200), {});
    portal = await start();
    await client.connect(portal.url);
  }
  await vi.waitFor(() => expect(client.slugs()).toHaveLength(1000), 20_000);
  expect(client.slugs()).toEqual(inputs.map(({ wantedSlug }) => wantedSlug));
});

it('goes on from a place that only the database knows', async () => {
  const before = await getDb().change.findFirst({ orderBy: { id: 'desc' } });
  const inputs = buildArticleInputs(2600, { tags: ['久'] }).map((input) => ({
    ...input,
    identityKey: input.identityKey.replace('2026', '2027'),
    wantedSlug: input.wantedSlug.replace('2026', '2027'),
  }));
  for (let at = 0; at < inputs.length; at += 400) await saveArticles(inputs.slice(at, at + 400), {});
  // More than a process reads at its start.
  const portal = await start();
  const client = await listen(portal, `?topics=tag:久&since=${before?.id ?? 0n}`);
  await vi.waitFor(() => expect(client.slugs()).toHaveLength(2600), 10_000);
  expect(client.slugs()).toEqual(inputs.map(({ wantedSlug }) => wantedSlug));
  const few = await listen(portal, `?topics=tag:久&since=${before?.id ?? 0n}&max=40`);
  await vi.waitFor(() => expect(few.events.map(({ event }) => event)).toEqual(['reset', 'position']));
});

it('JSON tells the same to those who ask now and then', async () => {
  const portal = await start();
  const poll = async (query: string): Promise<unknown> =>
    (await fetch(`${portal.url}?poll=1${query}`)).json();
  const { last } = (await poll('')) as { last: string };
  const [slug] = await publish(1);
  await vi.waitFor(async () =>
    expect(await poll(`&since=${last}`)).toMatchObject({
      reset: false,
      items: [{ slug, kind: 'published' }],
    }),
  );
  expect(await poll('')).toMatchObject({ reset: false, items: [] });
  expect(await poll(`&since=${last}&topics=category:elsewhere`)).toMatchObject({ items: [] });
});

it('whoever was away longer than the log is told so, and whoever was not is not', async () => {
  await publish(3);
  await getDb().$executeRaw`UPDATE changes SET created_at = now() - interval '8 days'`;
  await pruneChanges(7);
  expect(await getDb().change.count()).toBe(1);
  const [kept] = await getDb().change.findMany();
  const portal = await start();
  const lost = await listen(portal, `?since=${(kept?.id ?? 0n) - 2n}`);
  await vi.waitFor(() => expect(lost.events.map(({ event }) => event)).toEqual(['reset', 'position']));
  const quiet = await listen(portal, `?since=${kept?.id ?? 0n}`);
  expect(quiet.events.map(({ event }) => event)).toEqual(['position']);
  // An id of another log.
  const strange = await listen(portal, '?since=999999999');
  await vi.waitFor(() => expect(strange.events.map(({ event }) => event)).toEqual(['reset', 'position']));
});

it('a picture that was copied into our store is no news', async () => {
  const portal = await start();
  const client = await listen(portal);
  const [slug = ''] = await publish(1);
  await getDb().change.create({
    data: { kind: 'changed', slug, tags: [`article:${slug}`, 'front', 'image:x'] },
  });
  const [next = ''] = await publish(1);
  await vi.waitFor(() => expect(client.slugs()).toEqual([slug, next]));
});

it('takes so many streams and no more, and says when to come back', async () => {
  const limits = { perAddress: 2, total: 10 };
  const portal = await start({ limits, clientIp: '9.9.9.9' });
  const clients = [await listen(portal), await listen(portal)];
  const refused = await fetch(portal.url);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30']);
  // Polling is not a stream.
  expect((await fetch(`${portal.url}?poll=1`)).status).toBe(200);
  clients[0]?.close();
  await vi.waitFor(() => expect(portal.feed.hub.size).toBe(1));
  await listen(portal);
});

it.each([
  ['?topics=%00', 400],
  ['?since=abc', 400],
])('%s is refused with %s', async (query, status) => {
  const portal = await start();
  expect((await fetch(portal.url + query)).status).toBe(status);
});

it('keeps nothing of connections that went away: 5 times 2,000', async () => {
  const portal = await start({ limits: { perAddress: 0, total: 2000 } });
  for (let cycle = 0; cycle < 5; cycle += 1) {
    const clients = Array.from({ length: 2000 }, () => new LiveClient(portal.url));
    await Promise.all(clients.map((client) => client.connect()));
    expect(clients.every(({ status }) => status === 200)).toBe(true);
    await vi.waitFor(() => expect(portal.feed.hub.size).toBe(2000));
    for (const client of clients) client.close();
    await vi.waitFor(() => expect(portal.feed.hub.size).toBe(0), 10_000);
  }
}, 60_000);

it('ends every stream at once when it closes, each with its own moment to come back', async () => {
  const portal = await startLivePortal();
  await vi.waitFor(() => expect(portal.feed.isOpen).toBe(true));
  const clients = Array.from({ length: 20 }, () => new LiveClient(portal.url));
  const streams = await Promise.all(clients.map((client) => client.connect()));
  await portal.feed.close();
  await Promise.all(streams.map(({ ended }) => ended));
  expect((await fetch(portal.url)).status).toBe(503);
  await portal.close();
});
