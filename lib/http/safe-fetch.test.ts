import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findCorpus } from '@/testing/test-corpus';
import { safeFetch, type FetchOptions } from './safe-fetch';
import { startTestServer, type TestServer } from './test-server';

const limits = { maxBytes: 100_000, timeoutMs: 20_000 };
const text = '<rss>消息</rss>';
let server: TestServer;
/** Must see nothing. */
let canary: TestServer;

beforeAll(async () => {
  canary = await startTestServer((_request, response) => response.end('secret'));
  server = await startTestServer(answer);
});

afterAll(async () => {
  await Promise.all([server.close(), canary.close()]);
});

const bomb = Buffer.alloc(5_000_000);
const bodies: Record<string, [encoding: string, body: Buffer]> = {
  '/plain': ['identity', Buffer.from(text)],
  '/gzip': ['gzip', gzipSync(text)],
  '/deflate': ['deflate', deflateSync(text)],
  '/deflate-raw': ['deflate', deflateRawSync(text)],
  '/br': ['br', brotliCompressSync(text)],
  '/twice': ['gzip, br', brotliCompressSync(gzipSync(text))],
  '/bomb-gzip': ['gzip', gzipSync(bomb)],
  '/bomb-deflate': ['deflate', deflateSync(bomb)],
  '/bomb-br': ['br', brotliCompressSync(bomb)],
  '/many': ['gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(text)))],
  '/strange': ['zebra', Buffer.from(text)],
  '/broken-gzip': ['gzip', Buffer.from(text)],
  '/large': ['identity', Buffer.alloc(200_000)],
};

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
  const known = bodies[pathname];
  if (known) response.writeHead(200, { 'Content-Encoding': known[0], ETag: '"1"' }).end(known[1]);
  else if (pathname === '/to') response.writeHead(302, { Location: searchParams.get('at') ?? '' }).end();
  else if (pathname === '/loop') response.writeHead(307, { Location: '/loop' }).end();
  else if (pathname === '/cut-gzip')
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(text).subarray(0, -8));
  else if (pathname === '/headers') response.end(JSON.stringify(request.headers));
  else if (pathname === '/hang-up') request.socket.destroy();
  else if (pathname === '/silent') return;
  else if (pathname === '/drip') response.write('<rss>');
  else response.writeHead(404).end('no');
}

/** The code of what a fetch failed with; `ok` when it did not. */
async function fail(address: string, options: Partial<FetchOptions> = {}): Promise<string> {
  try {
    await safeFetch(address, { ...limits, ...options });
    return 'ok';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'no code';
  }
}

function read(path: string, options: Partial<FetchOptions> = {}) {
  return safeFetch(server.url + path, { ...limits, privateHosts: [server.host], ...options });
}

it.each(['/plain', '/gzip', '/deflate', '/deflate-raw', '/br', '/twice', '/cut-gzip'])(
  'unpacks %s',
  async (path) => {
    const { status, body, url } = await read(path);
    expect([status, body.toString(), url]).toEqual([200, text, server.url + path]);
  },
);

it.each([
  ['/bomb-gzip', 'fetch-too-large'],
  ['/bomb-deflate', 'fetch-too-large'],
  ['/bomb-br', 'fetch-too-large'],
  ['/large', 'fetch-too-large'],
  ['/many', 'fetch-failed'],
  ['/strange', 'fetch-failed'],
  ['/broken-gzip', 'fetch-failed'],
  ['/hang-up', 'fetch-failed'],
  ['/loop', 'too-many-redirects'],
])('%s ends as %s', async (path, code) => {
  await expect(read(path)).rejects.toMatchObject({ name: 'AppError', code });
});

it.each(['/silent', '/drip'])('an answer that never ends is cut off: %s', async (path) => {
  await expect(read(path, { timeoutMs: 300 })).rejects.toMatchObject({ code: 'fetch-timeout' });
});

it('gives any status, and the address after redirects', async () => {
  expect(await read('/nothing')).toMatchObject({ status: 404 });
  expect(await read(`/to?at=${encodeURIComponent('/to?at=/plain')}`)).toMatchObject({
    status: 200,
    url: `${server.url}/plain`,
    headers: { etag: '"1"' },
  });
});

it('leaves secrets behind on another origin', async () => {
  const headers = { Authorization: 'Bearer x', 'If-None-Match': '"1"' };
  const other = server.url.replace('127.0.0.1', 'localhost');
  const access = { headers, privateHosts: [server.host, new URL(other).host] };
  const same = await read('/to?at=/headers', access);
  expect(same.body.toString()).toContain('Bearer x');
  const foreign = await read(`/to?at=${encodeURIComponent(`${other}/headers`)}`, access);
  expect(foreign.body.toString()).not.toContain('Bearer x');
  expect(foreign.body.toString()).toContain('if-none-match');
});

describe('private addresses', () => {
  const port = () => new URL(canary.url).port;

  it.each(['127.0.0.1', 'localhost', '2130706433', '0x7f000001', '0177.0.0.1', '127.1', '0', '[::1]', '[::]',
    '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::7f00:1]', '127。0。0。1', '①②⑦.⓪.⓪.①', '127.0.0.1.'])(
    '%s is refused', async (host) => {
    expect(await fail(`http://${host}:${port()}/`)).toBe('address-forbidden');
  }); // prettier-ignore

  it.each(['file:///etc/passwd', 'ftp://example.com/', 'gopher://127.0.0.1/', 'data:text/plain,x', 'not an address', 'http://user:secret@8.8.8.8/'])(
    '%s is refused', async (address) => {
    expect(await fail(address)).toBe('address-forbidden');
  }); // prettier-ignore

  it('a redirect is checked like the first address', async () => {
    const to = (at: string) => `${server.url}/to?at=${encodeURIComponent(at)}`;
    const access = { privateHosts: [server.host] };
    expect(await fail(to(canary.url), access)).toBe('address-forbidden');
    expect(await fail(to(to(canary.url)), access)).toBe('address-forbidden');
    expect(await fail(to('file:///etc/passwd'), access)).toBe('address-forbidden');
    expect(await fail(to(`//127.0.0.1:${port()}/`), access)).toBe('address-forbidden');
  });

  it.each([
    ['one private answer', [{ address: '127.0.0.1', family: 4 }]],
    ['a private one among public ones', [{ address: '8.8.8.8', family: 4 }, { address: '::1', family: 6 }]],
    ['NAT64 of a private one', [{ address: '64:ff9b::7f00:1', family: 6 }]],
  ])('a name with %s is refused', async (_name, answers) => {
    const lookUp = () => Promise.resolve(answers);
    expect(await fail(`http://feeds.example:${port()}/`, { lookUp })).toBe('address-forbidden');
  }); // prettier-ignore

  it('a name is looked up once: what it says later counts for nothing', async () => {
    let asked = 0;
    const lookUp = () => {
      asked += 1;
      return Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
    };
    const host = `rebinding.invalid:${new URL(server.url).port}`;
    const { body } = await safeFetch(`http://${host}/plain`, { ...limits, lookUp, privateHosts: [host] });
    expect([body.toString(), asked]).toEqual([text, 1]);
  });

  it('an exception holds for its own port only', async () => {
    expect(await fail(canary.url, { privateHosts: ['127.0.0.1:1', '127.0.0.1'] })).toBe('address-forbidden');
  });

  const folder = findCorpus('security/ssrf');
  const known = folder && readAddresses(folder);

  it.skipIf(!known)('the known attacks reach nobody, or SKIPPED: no list of attacks', async () => {
    const answers = [{ address: '127.0.0.1', family: 4 }];
    // As if every name were the attacker's own.
    const lookUp = () => Promise.resolve(answers);
    const aimed = (known || []).flatMap((address) => [
      address,
      address.replace(/:\d+(?=\/|$)/, `:${port()}`),
    ]);
    const results = await Promise.all(aimed.map((address) => fail(address, { lookUp })));
    expect(results.length).toBeGreaterThan(300);
    expect(aimed.filter((_address, at) => results[at] !== 'address-forbidden')).toEqual([]);
  });

  it.skipIf(!folder)('no special-purpose address is reached in any way, or SKIPPED: no samples', async () => {
    const samples = z.array(z.object({ address: z.string(), must_block: z.boolean() }));
    const all = samples.parse(JSON.parse(readFileSync(join(folder || '', 'addresses.json'), 'utf8')));
    const blocked = all.filter(({ must_block }) => must_block).map(({ address }) => address);
    const ways = blocked.flatMap((address) => {
      const family = address.includes(':') ? 6 : 4;
      const literal = `http://${family === 6 ? `[${address}]` : address}/`;
      const redirect = `${server.url}/to?at=${encodeURIComponent(literal)}`;
      const twice = `${server.url}/to?at=${encodeURIComponent(redirect)}`;
      const answers = [{ address, family }];
      const mixed = [{ address: '8.8.8.8', family: 4 }, ...answers];
      return [
        fail(literal),
        fail(redirect, { privateHosts: [server.host] }),
        fail(twice, { privateHosts: [server.host] }),
        fail('http://feeds.example/', { lookUp: () => Promise.resolve(answers) }),
        fail('http://feeds.example/', { lookUp: () => Promise.resolve(mixed) }),
      ];
    });
    expect(ways.length).toBeGreaterThan(1000);
    expect(new Set(await Promise.all(ways))).toEqual(new Set(['address-forbidden']));
  });

  it('the canary has seen nobody', () => {
    expect(canary.connections()).toBe(0);
  });
});

function readAddresses(folder: string): string[] {
  const list: unknown = JSON.parse(readFileSync(join(folder, 'urls.json'), 'utf8'));
  const addresses = z.array(z.object({ url: z.string() })).parse(list);
  return addresses.map(({ url }) => url).filter((url) => url !== 'http://1.1.1.1'); // public, and nobody's to try
}
