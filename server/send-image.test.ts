import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '@/lib/http/test-server';
import { findImageName, sendImage } from './send-image';

const name = `${'ab'.repeat(32)}.webp`;
const content = Buffer.from('RIFF');
let server: TestServer;

beforeAll(async () => {
  const store = {
    put: () => Promise.resolve(),
    get: (asked: string) => Promise.resolve(asked === name ? content : undefined),
  };
  server = await startTestServer((request, response) => {
    const asked = findImageName(request.url ?? '');
    if (asked === undefined) response.writeHead(400).end();
    else void sendImage(store, asked, request, response);
  });
});

afterAll(() => server.close());

it.each([
  [`/images/${name}`, name],
  [`/images/${name}/`, undefined],
  [`/images/x/${name}`, undefined],
  ['/images/logo.png', undefined],
  [`/en/images/${name}`, undefined],
])('%s', (path, expected) => {
  expect(findImageName(path)).toBe(expected);
});

it('a picture may be kept for ever', async () => {
  const answer = await fetch(`${server.url}/images/${name}`);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(content);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/webp',
    'content-length': '4',
    'cache-control': 'public, max-age=31536000, immutable',
    etag: `"${'ab'.repeat(32)}"`,
  });
});

it('who has it gets 304, who asks for the head no body', async () => {
  const headers = { 'if-none-match': `"${'ab'.repeat(32)}"` };
  expect((await fetch(`${server.url}/images/${name}`, { headers })).status).toBe(304);
  const head = await fetch(`${server.url}/images/${name}`, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '4', '']);
});

it('one that is not there is a 404 that nobody keeps', async () => {
  const answer = await fetch(`${server.url}/images/${'0'.repeat(64)}.webp`);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store']);
});
