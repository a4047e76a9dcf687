import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { getDb } from '@/lib/db/prisma-client';
import { startTestServer, type TestServer } from '@/lib/http/test-server';
import { claimDueFeeds, claimFeed, findNextDue, finishPoll } from './feed-claims';
import { createFeed, deleteFeed, getFeed, listFeedImports, listFeedItems, setFeedPaused, updateFeed } from './feed-store'; // prettier-ignore
import type { Feed } from './feed';
import { parseFeedForm } from './parse-feed-form';
import { pollFeed } from './poll-feed';
import { buildRss, startTestFeedServer, type TestFeedServer, type TestItem } from './test-feed-server';
import { tryFeed } from './try-feed';

let server: TestFeedServer;
/** Not allowed by the setting: must see nobody. */
let canary: TestServer;
let count = 0;

beforeAll(async () => {
  server = await startTestFeedServer();
  canary = await startTestServer((_request, response) =>
    response.end(buildRss([{ id: 'x', title: '内网' }])),
  );
  process.env.FEEDS_ALLOW_PRIVATE_HOSTS = server.host;
});

afterAll(async () => {
  await Promise.all([server.close(), canary.close()]);
});

beforeEach(async () => {
  await getDb().feedSource.deleteMany();
  server.requests.length = 0;
});

async function addFeed(overrides: Record<string, unknown> = {}): Promise<Feed> {
  count += 1;
  return createFeed(parseFeedForm({ name: `源${count}`, url: `${server.url}/${count}`, intervalSeconds: 30, ...overrides })); // prettier-ignore
}

/** An item that no other test has. */
function buildItem(overrides: Partial<TestItem> = {}): TestItem {
  count += 1;
  return { id: `2026030400000${1000 + count}`, title: `第${count}条消息`, ...overrides };
}

function serve(...items: TestItem[]): void {
  server.answerWith((_request, response) => response.end(buildRss(items)));
}

/** One poll, due now by the database's clock, as the poller does it. */
async function poll(feed: Feed) {
  await getDb()
    .$executeRaw`UPDATE feed_sources SET next_poll_at = now() - interval '1 s' WHERE id = ${feed.id}`;
  const [claimed] = await claimDueFeeds(1);
  return pollFeed(claimed!);
}

async function findArticle(title: string) {
  return getDb().article.findFirst({
    where: { title },
    include: { category: true, tags: { include: { tag: true }, orderBy: { position: 'asc' } }, revisions: true },
  }); // prettier-ignore
}

it('after fifty failures of every kind its items appear without anyone’s help', async () => {
  const feed = await addFeed();
  const item = buildItem();
  const failures: Parameters<TestFeedServer['answerWith']>[0][] = [
    (_request, response) => response.writeHead(500).end('oops'),
    (request) => request.socket.destroy(),
    (_request, response) => response.writeHead(403).end(),
    (_request, response) => response.end(Buffer.from([0, 159, 146, 150, 0, 1, 2, 3, 0, 0])),
    (_request, response) => response.end('<!doctype html><title>登录</title><p>请先登录。'),
    (_request, response) => response.writeHead(200, { 'Content-Length': '5000' }).write('<rss><channel>', () => response.destroy()), // prettier-ignore
    (_request, response) => response.writeHead(302, { Location: '/again' }).end(),
    (_request, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('not gzip'),
    (_request, response) => response.writeHead(429, { 'Retry-After': '7' }).end(),
    (_request, response) => response.writeHead(503).end(),
  ];
  for (let at = 0; at < 50; at += 1) {
    server.answerWith(failures[at % failures.length]!);
    expect(await poll(feed)).toMatchObject({ outcome: 'failed' });
    const { failures: known, lastError } = await getFeed(feed.id);
    expect([known, typeof lastError?.code]).toEqual([at + 1, 'string']);
    expect(await findNextDue()).toBeLessThanOrEqual(3600 * 1.1);
  }
  serve(item);
  expect(await poll(feed)).toMatchObject({ outcome: 'imported' });
  expect(await findArticle(item.title)).toMatchObject({ status: 'published', sourceName: feed.name });
  const healed = await getFeed(feed.id);
  expect(healed).toMatchObject({
    failures: 0,
    lastError: null,
    lastItemAt: new Date('2026-03-03T21:06:07Z'),
  });
  expect(healed.lagSeconds).toBeGreaterThan(0);
  await poll(feed); // brings nothing, and says nothing about the last item
  expect(await getFeed(feed.id)).toMatchObject({
    lagSeconds: healed.lagSeconds,
    lastItemAt: healed.lastItemAt,
  });
  expect(await findNextDue()).toBeLessThanOrEqual(33);
});

it('what the source edits is updated in place, and the former text kept', async () => {
  const feed = await addFeed();
  const item = buildItem();
  serve(item);
  await poll(feed);
  const before = await findArticle(item.title);
  serve({ ...item, body: '<p>更正后的正文。</p>' }, buildItem());
  expect(await poll(feed)).toMatchObject({ outcome: 'imported' });
  const after = await findArticle(item.title);
  expect(after).toMatchObject({ id: before?.id, slug: before?.slug, bodyText: '更正后的正文。' });
  expect(after?.revisions).toHaveLength(1);
  expect(await listFeedImports(feed.id)).toMatchObject([{ created: 1, updated: 1 }, { created: 1, updated: 0 }]); // prettier-ignore
  expect((await listFeedItems(feed.id)).map(({ slug, outcome }) => [slug === after?.slug, outcome])).toEqual([[true, 'updated'], [false, 'created'], [true, 'created']]); // prettier-ignore
});

it('asks only for what is new, and 304 or the same bytes leave no trace', async () => {
  const feed = await addFeed();
  const item = buildItem();
  const modified = 'Wed, 04 Mar 2026 05:06:07 GMT';
  server.answerWith((request, response) => {
    if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
    else response.writeHead(200, { ETag: '"v1"', 'Last-Modified': modified }).end(buildRss([item]));
  });
  expect(await poll(feed)).toMatchObject({ outcome: 'imported' });
  expect(await poll(feed)).toEqual({ outcome: 'unchanged', importId: null, error: null });
  expect(server.requests.at(-1)?.headers).toMatchObject({
    'if-none-match': '"v1"',
    'if-modified-since': modified,
  });
  serve(item); // no validators any more
  expect(await poll(feed)).toMatchObject({ outcome: 'unchanged' });
  expect(await poll(feed)).toMatchObject({ outcome: 'unchanged' });
  expect(server.requests.at(-1)?.headers['if-none-match']).toBeUndefined();
  expect(await listFeedImports(feed.id)).toHaveLength(1);
});

it('a failure keeps the validators; a change of the settings drops them', async () => {
  const feed = await addFeed();
  server.answerWith((_request, response) =>
    response.writeHead(200, { ETag: '"v1"' }).end(buildRss([buildItem()])),
  );
  await poll(feed);
  server.answerWith((_request, response) => response.writeHead(500).end());
  await poll(feed);
  await poll(feed);
  expect(server.requests.at(-1)?.headers['if-none-match']).toBe('"v1"');
  await updateFeed(feed.id, { ...feed, settings: { ...feed.settings, canonical: 'original' } });
  await poll(feed);
  expect(server.requests.at(-1)?.headers['if-none-match']).toBeUndefined();
});

it.each([
  ['seconds', 503, '1200', 1200, 1330],
  ['more than a day', 429, '999999', 86_000, 95_100],
  ['no reason to be believed', 500, '1200', 20, 40],
  ['gone', 410, '', 77_000, 95_100],
])('Retry-After: %s', async (_name, status, header, least, most) => {
  const feed = await addFeed();
  server.answerWith((_request, response) => response.writeHead(status, { 'Retry-After': header }).end());
  await poll(feed);
  const seconds = await findNextDue();
  expect(seconds).toBeGreaterThan(least);
  expect(seconds).toBeLessThan(most);
});

// 测试 in GBK
const gbk = Buffer.from([0xb2, 0xe2, 0xca, 0xd4]);

it.each([
  ['the feed declares it', '<?xml version="1.0" encoding="gb2312"?>', 'text/xml', {}],
  ['the server says it', '<?xml version="1.0"?>', 'text/xml; charset=GBK', {}],
  ['the server lies', '<?xml version="1.0" encoding="gbk"?>', 'text/xml; charset=utf-8', {}],
  ['the editor knows better than both', '<?xml version="1.0" encoding="utf-8"?>', 'text/xml; charset=big5', { charset: 'gbk' }],
])('GBK: %s', async (_name, head, type, settings) => {
  const feed = await addFeed({ settings });
  const { id, title: mark } = buildItem({ title: `${count}-MARK` });
  const body = Buffer.from(buildRss([{ id, title: mark, body: 'MARK' }], head).replace('测试源', 'x'));
  const encoded = Buffer.concat(body.toString('latin1').split('MARK').flatMap((part, at) => (at === 0 ? [Buffer.from(part, 'latin1')] : [gbk, Buffer.from(part, 'latin1')]))); // prettier-ignore
  server.answerWith((_request, response) => response.writeHead(200, { 'Content-Type': type }).end(encoded));
  expect(await poll(feed)).toMatchObject({ outcome: 'imported' });
  expect(await findArticle(mark.replace('MARK', '测试'))).toMatchObject({ bodyText: '测试' });
}); // prettier-ignore

it('two processes never poll one source at once; a crashed one is relieved', async () => {
  await Promise.all([addFeed(), addFeed(), addFeed()]);
  serve(buildItem());
  const claims = (await Promise.all([claimDueFeeds(2), claimDueFeeds(2), claimDueFeeds(2)])).flat();
  const rest = await claimDueFeeds(5);
  const all = [...claims, ...rest];
  expect(new Set(all.map(({ id }) => id)).size).toBe(3);
  expect(all).toHaveLength(3);
  const [first] = all;
  await expect(claimFeed(first!.id)).rejects.toMatchObject({ code: 'feed-busy' });
  await getDb()
    .$executeRaw`UPDATE feed_sources SET claimed_until = now() - interval '1 s' WHERE id = ${first!.id}`;
  expect((await claimDueFeeds(5)).map(({ id }) => id)).toEqual([first!.id]);
  // The one that was taken for dead comes back too late to say anything.
  expect(await finishPoll(first!, { delaySeconds: 1, failures: 9, error: null })).toBe(false);
});

it('a source that was changed during a poll keeps nothing of it', async () => {
  const feed = await addFeed();
  serve(buildItem());
  const claimed = await claimFeed(feed.id);
  await updateFeed(feed.id, { ...feed, url: `${server.url}/elsewhere` });
  await pollFeed(claimed);
  expect(await getFeed(feed.id)).toMatchObject({ url: `${server.url}/elsewhere`, lastPollAt: null });
  expect(await claimDueFeeds(1)).toMatchObject([{ id: feed.id, etag: null, bodyHash: null }]);
});

it('a poll that the end of the process cuts short is given back as it was', async () => {
  const feed = await addFeed();
  const aborter = new AbortController();
  server.answerWith(() => aborter.abort());
  await pollFeed(await claimFeed(feed.id), aborter.signal);
  expect(await getFeed(feed.id)).toMatchObject({ failures: 0, lastPollAt: null });
  expect(await claimDueFeeds(1)).toHaveLength(1);
});

it('paused means not due; resumed means at once', async () => {
  const feed = await addFeed();
  await setFeedPaused(feed.id, true);
  expect([await claimDueFeeds(5), await findNextDue()]).toEqual([[], null]);
  await setFeedPaused(feed.id, false);
  expect(await claimDueFeeds(5)).toHaveLength(1);
});

it('rules drop, hold, tag and file the items', async () => {
  const rules = [
    { field: 'title', pattern: '广告', action: 'drop' },
    { field: 'title', pattern: '传闻', action: 'hold' },
    { field: 'tag', pattern: '/^股/', action: 'category', value: '股市要闻' },
    { field: 'body', pattern: '央行', action: 'tag', value: '货币政策' },
  ];
  const feed = await addFeed({ settings: { category: { name: '综合' }, canonical: 'original', rules } });
  const mark = `${count}`;
  const [dropped, held, filed, tagged] = [
    buildItem({ title: `${mark} 广告` }),
    buildItem({ title: `${mark} 传闻` }),
    buildItem({ title: `${mark} 收盘`, tags: ['股票'] }),
    buildItem({ title: `${mark} 利率`, body: '<p>央行公告。</p>' }),
  ] as const;
  serve(dropped, held, filed, tagged);
  const trial = await tryFeed({ ...feed });
  expect(trial.counts).toEqual({ kept: 2, held: 1, dropped: 1, rejected: 0 });
  expect(trial.items[2]).toMatchObject({ outcome: 'kept', category: '股市要闻', publishedAt: '2026-03-03T21:06:07.000Z' }); // prettier-ignore
  expect(await getDb().article.count({ where: { title: { startsWith: mark } } })).toBe(0);
  await poll(feed);
  expect(await findArticle(dropped.title)).toBeNull();
  expect(await findArticle(held.title)).toMatchObject({ status: 'draft', category: { name: '综合' } });
  expect(await findArticle(filed.title)).toMatchObject({
    status: 'published',
    category: { name: '股市要闻' },
    tags: [{ tag: { name: '股票' } }],
    canonicalUrl: `https://news.example/${filed.id}`,
  });
  expect(await findArticle(tagged.title)).toMatchObject({ tags: [{ tag: { name: '货币政策' } }] });
});

it('a JSON source comes in by its mapping', async () => {
  const mapping = { items: 'data.list', fields: { title: 'headline', body: 'content', date: 'time', link: 'url', guid: 'no' } };
  const feed = await addFeed({ kind: 'json', mapping });
  const title = `${count}号公告`;
  const item = { headline: title, content: '<p>全文。</p>', time: 1772572767, url: 'https://news.example/json/1', no: 7 };
  server.answerWith((_request, response) => response.end(JSON.stringify({ data: { list: [item, null, 3] } })));
  await poll(feed);
  expect(await findArticle(title)).toMatchObject({ publishedAt: new Date(1772572767000), bodyText: '全文。' });
  server.answerWith((_request, response) => response.end('{"data":{}}'));
  expect((await poll(feed)).error).toMatchObject({ code: 'feed-items-missing', params: { path: 'data.list' } });
}); // prettier-ignore

it('a web page that names its feed says where it is', async () => {
  const feed = await addFeed();
  server.answerWith((_request, response) =>
    response.end('<!doctype html><link rel="alternate" type="application/rss+xml" href="/rss?a=1"><p>新闻'),
  );
  expect((await poll(feed)).error).toMatchObject({ code: 'feed-is-page', params: { address: `${server.url}/rss?a=1` } }); // prettier-ignore
});

it('neither a source nor a redirect reaches a private address that is not allowed', async () => {
  const direct = await addFeed({ url: `${canary.url}/feed` });
  expect((await poll(direct)).error).toMatchObject({ code: 'address-forbidden' });
  await deleteFeed(direct.id);
  const redirected = await addFeed();
  server.answerWith((_request, response) => response.writeHead(301, { Location: canary.url }).end());
  await poll(redirected);
  expect(await getFeed(redirected.id)).toMatchObject({ lastError: { code: 'address-forbidden' } });
  await expect(tryFeed(parseFeedForm({ name: 'x', url: canary.url }))).rejects.toMatchObject({ code: 'address-forbidden' }); // prettier-ignore
  expect(canary.connections()).toBe(0);
});

it('a feed with a whole archive comes in', async () => {
  const feed = await addFeed();
  const mark = `档案${count}`;
  serve(...Array.from({ length: 600 }, (_, at) => buildItem({ title: `${mark} ${at}` })));
  await poll(feed);
  expect(await getDb().article.count({ where: { title: { startsWith: mark } } })).toBe(600);
});

it('one address, one source; a deleted one leaves its articles', async () => {
  const feed = await addFeed();
  await expect(addFeed({ url: feed.url })).rejects.toMatchObject({ code: 'feed-exists' });
  const item = buildItem();
  serve(item);
  await poll(feed);
  await deleteFeed(feed.id);
  expect(await findArticle(item.title)).toMatchObject({ status: 'published' });
  await expect(getFeed(feed.id)).rejects.toMatchObject({ code: 'feed-unknown' });
  await expect(deleteFeed(feed.id)).rejects.toMatchObject({ code: 'feed-unknown' });
});
