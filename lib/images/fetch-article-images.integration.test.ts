import type { IncomingMessage, ServerResponse } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findPublishedArticle, listPublishedArticles } from '@/lib/articles/article-store';
import { collectCacheTags } from '@/lib/articles/article-cache';
import { findLastChangeId, listChangesSince } from '@/lib/articles/change-log';
import { markSafeHtml } from '@/lib/articles/safe-html';
import { saveArticles } from '@/lib/articles/save-articles';
import { getDb } from '@/lib/db/prisma-client';
import { startTestServer, type TestServer } from '@/lib/http/test-server';
import { buildArticleInput } from '@/testing/build-article-input';
import { fetchArticleImages, type ImageFetching } from './fetch-article-images';
import { openFileImageStore } from './file-image-store';
import { hashImageAddress } from './image-address';
import type { ImageStore } from './image-store';
import { buildBomb, draw } from './test-images';

const sourceUrl = 'https://outlet.example/story/1.html';
let picture: Buffer;
let directory = '';
let store: ImageStore;
let server: TestServer;
/** Path and `Referer` of each request. */
let asked: [string, string | undefined][] = [];
let answers: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {};
let warnings: unknown[] = [];
let posts = 0;

beforeAll(async () => {
  picture = await draw(2000, 1000).jpeg().toBuffer();
  directory = await mkdtemp(`${tmpdir()}/finews-images-`);
  store = openFileImageStore(directory);
  server = await startTestServer((request, response) => {
    asked.push([request.url ?? '', request.headers.referer]);
    const answer = answers[request.url ?? ''];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
});

afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true });
});

beforeEach(() => {
  [asked, answers, warnings] = [[], {}, []];
});

// What one test left due is no business of the next.
afterEach(() => getDb().remoteImage.deleteMany());

function send(body: Buffer | string, type = 'image/jpeg') {
  return (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { 'content-type': type }).end(body);
  };
}

/** Serves the picture to those whose `Referer` is right, and a notice to the others, as guarded hosts do. */
function guard(
  isRight: (referer: string | undefined) => boolean,
  refusal: () => [number, string] = () => [403, ''],
) {
  return (request: IncomingMessage, response: ServerResponse) => {
    const [status, text] = isRight(request.headers.referer) ? [200, picture] : refusal();
    response.writeHead(status).end(text);
  };
}

/** Publishes an article with these pictures. */
async function publish(...paths: string[]): Promise<{ slug: string }> {
  return save(paths);
}

async function save(paths: string[], isDraft = false): Promise<{ slug: string }> {
  posts += 1;
  const id = String(202_611_220_000_000_000n + BigInt(posts));
  const images = paths.map(
    (path) => `<figure><img src="${server.url}${path}" alt="图" loading="lazy" /></figure>`,
  );
  const bodyHtml = markSafeHtml(`<p>第${posts}篇</p>${images.join('')}`);
  const slug = `NW${id}`;
  await saveArticles(
    [buildArticleInput({ identityKey: id, wantedSlug: slug, bodyHtml, sourceUrl, isDraft })],
    {},
  );
  return { slug };
}

/** Rounds until nothing is left to do. */
async function fetchAll(changes: Partial<ImageFetching> = {}): Promise<void> {
  const fetching: ImageFetching = {
    store,
    log: { warn: (details: unknown) => warnings.push(details) },
    signal: new AbortController().signal,
    siteUrl: 'https://portal.example',
    access: { privateHosts: [server.host] },
    ...changes,
  };
  while (await fetchArticleImages(fetching));
}

async function look(path: string) {
  return getDb().remoteImage.findUniqueOrThrow({ where: { id: hashImageAddress(server.url + path) } });
}

async function hoursUntilDue(path: string): Promise<number> {
  const { nextTryAt } = await look(path);
  return Math.round((nextTryAt.getTime() - Date.now()) / 3_600_000);
}

describe('a picture of a published article', () => {
  it('is stored, and shown in place of the remote one with its size', async () => {
    answers['/a.jpg'] = send(picture);
    const { slug } = await publish('/a.jpg');
    const last = await findLastChangeId();
    const { tags } = await collectCacheTags(() => findPublishedArticle(slug));
    await fetchAll();
    const { stored, width, height, bytes } = await look('/a.jpg');
    expect({ width, height }).toEqual({ width: 1600, height: 800 });
    const content = await store.get(stored ?? '');
    expect(content?.length).toBe(bytes);
    expect((await sharp(content).metadata()).format).toBe('webp');

    const shown = `<img src="/images/${stored ?? ''}" alt="图" loading="lazy" width="1600" height="800" />`;
    expect((await findPublishedArticle(slug))?.bodyHtml).toContain(shown);
    expect((await listPublishedArticles({ limit: 1 })).items[0]?.bodyHtml).toContain(shown);
    const row = await getDb().article.findUniqueOrThrow({ where: { slug } });
    expect(row.bodyHtml).toContain(`src="${server.url}/a.jpg"`);

    const changes = await listChangesSince(last, 10);
    expect(changes).toMatchObject([{ kind: 'changed', slug }]);
    expect(changes[0]?.tags.every((tag) => tags.has(tag))).toBe(true);
  });

  it('is fetched once, whoever shows it and however many rounds run at once', async () => {
    for (const path of ['/1.jpg', '/2.jpg', '/3.jpg']) answers[path] = send(picture);
    await publish('/1.jpg', '/2.jpg');
    await publish('/2.jpg', '/3.jpg');
    await Promise.all([fetchAll(), fetchAll(), fetchAll()]);
    expect(asked.map(([path]) => path).sort()).toEqual(['/1.jpg', '/2.jpg', '/3.jpg']);
    await publish('/1.jpg');
    await fetchAll();
    expect(asked).toHaveLength(3);
  });

  it('of our own, or of a draft, stays where it is', async () => {
    answers['/own.jpg'] = send(picture);
    await publish('/own.jpg');
    await fetchAll({ siteUrl: server.url });
    await save(['/own.jpg'], true);
    await fetchAll();
    expect(asked).toEqual([]);
  });

  it('of articles that were there before is found, too', async () => {
    answers['/old.jpg'] = send(picture);
    await publish('/old.jpg');
    await getDb().setting.deleteMany();
    await getDb().change.deleteMany();
    await fetchAll();
    expect(await look('/old.jpg')).toMatchObject({ status: 'stored' });
  });
});

describe('a host that guards its pictures', () => {
  it('against foreign pages gets no Referer', async () => {
    answers['/x.jpg'] = guard((referer) => referer === undefined);
    await publish('/x.jpg');
    await fetchAll();
    expect(asked).toEqual([['/x.jpg', undefined]]);
  });

  it('for its stories gets the source page', async () => {
    answers['/x.jpg'] = guard((referer) => referer === sourceUrl);
    await publish('/x.jpg');
    await fetchAll();
    expect(asked).toEqual([
      ['/x.jpg', undefined],
      ['/x.jpg', sourceUrl],
    ]);
    expect(await look('/x.jpg')).toMatchObject({ status: 'stored' });
  });

  it('for its own pages, with a page that says 200 to others, gets its own address', async () => {
    answers['/x.jpg'] = guard(
      (referer) => referer === `${server.url}/`,
      () => [200, '<html>no'],
    );
    await publish('/x.jpg');
    await fetchAll();
    expect(asked.map(([, referer]) => referer)).toEqual([undefined, sourceUrl, `${server.url}/`]);
    expect(await look('/x.jpg')).toMatchObject({ status: 'stored' });
  });

  it('is not pressed when it is asked too much', async () => {
    answers['/x.jpg'] = (_request, response) => response.writeHead(429).end();
    await publish('/x.jpg');
    await fetchAll();
    expect(asked).toHaveLength(1);
    expect(await look('/x.jpg')).toMatchObject({ status: 'failed', errorCode: 'image-refused' });
  });
});

describe('what is no picture to keep', () => {
  it.each<[string, (request: IncomingMessage, response: ServerResponse) => void, string]>([
    ['a bomb of 30,000 × 30,000 pixels', send(buildBomb(30_000), 'image/png'), 'image-too-large'],
    ['HTML that is called a picture', send('<!doctype html><p>hello'), 'image-unreadable'],
    ['SVG', send('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'), 'image-unreadable'],
    ['a body without an end', sendForEver, 'fetch-too-large'],
    ['nothing', (_request, response) => response.writeHead(404).end(), 'image-refused'],
    ['a broken connection', (request) => request.socket.destroy(), 'fetch-failed'],
  ])('%s is noted with its code and left for an hour', async (_name, answer, errorCode) => {
    answers['/no.jpg'] = answer;
    const { slug } = await publish('/no.jpg');
    await fetchAll();
    expect(await look('/no.jpg')).toMatchObject({ status: 'failed', stored: null, failures: 1, errorCode });
    expect(await hoursUntilDue('/no.jpg')).toBe(1);
    expect((await findPublishedArticle(slug))?.bodyHtml).toContain(`src="${server.url}/no.jpg"`);
    expect(warnings).toEqual([]);
  });

  it('a redirect into the private network connects to nothing there', async () => {
    const canary = await startTestServer((_request, response) => response.end(picture));
    answers['/r.jpg'] = (_request, response) => response.writeHead(302, { location: canary.url }).end();
    await publish('/r.jpg');
    await fetchAll();
    await canary.close();
    expect(canary.connections()).toBe(0);
    expect(await look('/r.jpg')).toMatchObject({ status: 'failed', errorCode: 'address-forbidden' });
  });
});

describe('a picture that failed', () => {
  it('waits longer each time, and is shown once it comes', async () => {
    const { slug } = await publish('/late.jpg');
    const waits: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      await fetchAll();
      waits.push(await hoursUntilDue('/late.jpg'));
      await getDb().$executeRaw`UPDATE remote_images SET next_try_at = now()`;
    }
    expect(waits).toEqual([1, 6, 24]);
    answers['/late.jpg'] = send(picture);
    const { tags } = await collectCacheTags(() => findPublishedArticle(slug));
    const last = await findLastChangeId();
    await fetchAll();
    expect(await look('/late.jpg')).toMatchObject({ status: 'stored', errorCode: null });
    expect((await findPublishedArticle(slug))?.bodyHtml).toContain('src="/images/');
    const changes = await listChangesSince(last, 10);
    expect(changes.some((change) => change.tags.some((tag) => tags.has(tag)))).toBe(true);
  });

  it('because of our own store is tried again, and the log says why', async () => {
    answers['/s.jpg'] = send(picture);
    await publish('/s.jpg');
    const broken = { ...store, put: () => Promise.reject(new Error('no space left')) };
    await fetchAll({ store: broken });
    expect(await look('/s.jpg')).toMatchObject({ status: 'failed', errorCode: 'image-store-failed' });
    expect(warnings).toHaveLength(1);
  });

  it('nothing is begun after the end was asked for', async () => {
    answers['/e.jpg'] = send(picture);
    await publish('/e.jpg');
    await fetchAll({ signal: AbortSignal.abort() });
    expect(asked).toEqual([]);
    await getDb().$executeRaw`UPDATE remote_images SET next_try_at = now()`;
    await fetchAll();
    expect(await look('/e.jpg')).toMatchObject({ status: 'stored' });
  });
});

function sendForEver(_request: IncomingMessage, response: ServerResponse): void {
  const chunk = Buffer.alloc(256 * 1024, 0xff);
  response.writeHead(200);
  response.on('error', () => undefined);
  const write = () => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once('drain', write);
  };
  write();
}
