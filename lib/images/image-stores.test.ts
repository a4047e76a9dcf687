import type { IncomingMessage, ServerResponse } from 'node:http';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '@/lib/config/config';
import { startTestServer, type TestServer } from '@/lib/http/test-server';
import { isImageName, openImageStore } from './image-store';

const name = `${'ab'.repeat(32)}.webp`;
const content = Buffer.from([0, 1, 2, 255]);

it.each([
  [name, true],
  [name.toUpperCase(), false],
  [`../${name}`, false],
  [`${name}.txt`, false],
  ['', false],
])('whether %s is a name of a picture', (text, expected) => {
  expect(isImageName(text)).toBe(expected);
});

describe('a store of files', () => {
  it('gives back what it took, in folders, and leaves nothing half', async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'finews-store-'));
    const store = openImageStore(parseConfig({ IMAGE_STORE: `file:${directory}/below` }));
    expect(await store.get(name)).toBeUndefined();
    await Promise.all([store.put(name, content), store.put(name, content)]);
    expect(await store.get(name)).toEqual(content);
    expect(await readdir(path.join(directory, 'below', 'ab'))).toEqual([name]);
    await rm(directory, { recursive: true });
  });
});

describe('a store of the kind S3', () => {
  const objects = new Map<string, { body: Buffer; type: string | undefined }>();
  const authorizations: string[] = [];
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer((request, response) => void answer(request, response));
  });
  afterAll(() => server.close());

  /** As little of S3 as the store needs; like the real one it refuses what is not signed. */
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const authorization = request.headers.authorization ?? '';
    authorizations.push(authorization);
    const key = (request.url ?? '').replace(/\?.*/, '');
    if (!authorization.startsWith('AWS4-HMAC-SHA256 ')) return void response.writeHead(403).end();
    if (request.method === 'PUT') {
      objects.set(key, { body: await buffer(request), type: request.headers['content-type'] });
      return void response.writeHead(200, { ETag: '"1"' }).end();
    }
    const object = objects.get(key);
    if (object)
      return void response.writeHead(200, { 'Content-Length': object.body.length }).end(object.body);
    response.writeHead(404, { 'Content-Type': 'application/xml' });
    response.end('<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>none</Message></Error>');
  }

  function open() {
    const settings = { AWS_ACCESS_KEY_ID: 'AKID', AWS_SECRET_ACCESS_KEY: 'hush' };
    const address = `s3://news/pictures?endpoint=${server.url}&region=cn-north-1`;
    return openImageStore(parseConfig({ IMAGE_STORE: address, ...settings }));
  }

  it('puts under its prefix and gets back, each request signed for its region', async () => {
    const store = open();
    await store.put(name, content);
    expect(objects.get(`/news/pictures/${name}`)).toEqual({ body: content, type: 'image/webp' });
    expect(await store.get(name)).toEqual(content);
    expect(authorizations).toHaveLength(2);
    for (const authorization of authorizations) {
      expect(authorization).toMatch(/Credential=AKID\/\d{8}\/cn-north-1\/s3\/aws4_request/);
      expect(authorization).toMatch(/Signature=[0-9a-f]{64}$/);
      expect(authorization).not.toContain('hush');
    }
  });

  it('has nothing under a name that nobody put', async () => {
    expect(await open().get(`${'0'.repeat(64)}.webp`)).toBeUndefined();
  });
});
