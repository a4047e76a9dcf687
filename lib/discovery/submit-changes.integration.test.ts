import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { saveArticles } from '@/lib/articles/save-articles';
import { getDb } from '@/lib/db/prisma-client';
import { startTestServer, type TestServer } from '@/lib/http/test-server';
import { buildArticleInput } from '@/testing/build-article-input';
import { submitChanges } from './submit-changes';

let engine: TestServer;
let status = 200;
let headers: Record<string, string> = {};
let received: unknown[] = [];

beforeAll(async () => {
  engine = await startTestServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push(JSON.parse(body));
      response.writeHead(status, headers).end();
    });
  });
});
afterAll(() => engine.close());
beforeEach(() => {
  received = [];
  status = 200;
  headers = {};
});

function submit() {
  const settings = {
    siteUrl: 'https://news.example',
    indexNowKey: 'abcdef-123456',
    indexNowEndpoint: `${engine.url}/indexnow`,
    feedsAllowPrivateHosts: [engine.host],
  };
  return submitChanges(settings, new AbortController().signal);
}

function save(name: string, more: object = {}) {
  return saveArticles([buildArticleInput({ identityKey: name, wantedSlug: name, title: name, ...more })], {});
}

async function readState() {
  const row = await getDb().setting.findUniqueOrThrow({ where: { key: 'index-now' } });
  return z.object({ position: z.string(), failures: z.int(), dueAt: z.number() }).parse(row.value);
}

async function endPause(): Promise<void> {
  await getDb().$executeRaw`UPDATE settings SET value = value || '{"dueAt": 0}'`;
}

it('begins at the end of the log: what was there before is in the sitemaps', async () => {
  await save('before');
  expect(await submit()).toBeUndefined();
  expect(await submit()).toBeUndefined();
  expect(received).toEqual([]);
});

it('tells what was published, changed and taken away, each address once', async () => {
  await save('one');
  await save('one', { title: 'one again' });
  await save('two');
  await save('draft', { isDraft: true });
  await save('foreign', { canonicalUrl: 'https://source.example/1' });
  expect(await submit()).toEqual({ outcome: 'taken', count: 2, status: 200 });
  expect(received).toEqual([
    {
      host: 'news.example',
      key: 'abcdef-123456',
      keyLocation: 'https://news.example/abcdef-123456.txt',
      urlList: ['https://news.example/articles/one', 'https://news.example/articles/two'],
    },
  ]);
  expect(await submit()).toBeUndefined();
});

it('one of several processes sends a change', async () => {
  await save('three');
  const outcomes = await Promise.all([submit(), submit(), submit(), submit()]);
  expect(outcomes.filter(Boolean)).toHaveLength(1);
  expect(received).toHaveLength(1);
});

it('tries again later, and later each time, when they cannot take it now', async () => {
  await save('four');
  status = 429;
  headers = { 'retry-after': '600' };
  expect(await submit()).toMatchObject({ outcome: 'postponed', status: 429 });
  expect(await submit()).toBeUndefined();
  const first = await readState();
  expect(first.failures).toBe(1);
  expect(first.dueAt - Date.now() / 1000).toBeGreaterThan(550);
  await endPause();
  status = 500;
  headers = {};
  expect(await submit()).toMatchObject({ outcome: 'postponed', status: 500 });
  expect((await readState()).failures).toBe(2);
  await endPause();
  status = 202;
  expect(await submit()).toEqual({ outcome: 'taken', count: 1, status: 202 });
  expect(received).toHaveLength(3);
});

it('what is refused for good does not stand before what follows', async () => {
  await save('five');
  status = 422;
  expect(await submit()).toMatchObject({ outcome: 'refused', status: 422 });
  status = 200;
  await save('six');
  expect(await submit()).toEqual({ outcome: 'taken', count: 1, status: 200 });
});

it('an engine that does not answer is a failure like any other', async () => {
  await save('seven');
  const settings = {
    siteUrl: 'https://news.example',
    indexNowKey: 'abcdef-123456',
    indexNowEndpoint: 'http://127.0.0.1:9/',
    feedsAllowPrivateHosts: [],
  };
  await expect(submitChanges(settings, new AbortController().signal)).rejects.toMatchObject({
    code: 'address-forbidden',
  });
  expect((await readState()).failures).toBe(1);
});
