import { afterEach, expect, it, vi } from 'vitest';
import { saveArticles } from '@/lib/articles/save-articles';
import { buildArticleInput } from '@/testing/build-article-input';
import { LiveClient } from '@/testing/live-client';
import { findNginx, startExampleNginx } from '@/testing/start-nginx';
import { startLivePortal } from './test-live-portal';

const program = await findNginx();

const closing: (() => unknown)[] = [];

afterEach(async () => {
  for (let close = closing.pop(); close !== undefined; close = closing.pop()) await close();
});

/** A portal behind nginx, as deploy/nginx.conf has it. */
async function listenThrough(change?: (site: string) => string) {
  const portal = await startLivePortal();
  closing.push(() => portal.close());
  await vi.waitFor(() => expect(portal.feed.isOpen).toBe(true));
  const nginx = await startExampleNginx(program ?? '', [new URL(portal.url).host], change);
  closing.push(() => nginx.stop());
  const client = new LiveClient(`${nginx.url}/api/live`, { 'Accept-Encoding': 'gzip' });
  closing.push(() => client.close());
  await client.connect();
  return { portal, client };
}

let saved = 0;

async function publish(): Promise<string> {
  saved += 1;
  const identityKey = `20290101${String(saved).padStart(10, '0')}`;
  await saveArticles(
    [buildArticleInput({ identityKey, wantedSlug: `NW${identityKey}`, title: identityKey })],
    {},
  );
  return `NW${identityKey}`;
}

it.skipIf(program === undefined)('through nginx with compression on, nothing waits', async () => {
  const { client } = await listenThrough();
  await vi.waitFor(() => expect(client.events.map(({ event }) => event)).toEqual(['position']));
  expect(client.headers['content-encoding']).toBeUndefined();
  for (let turn = 0; turn < 5; turn += 1) {
    const slug = await publish();
    // A buffer would hold it back until it is full, far longer than this test waits.
    await vi.waitFor(() => expect(client.slugs().at(-1)).toBe(slug));
  }
  expect(client.slugs()).toHaveLength(5);
});

it.skipIf(program === undefined)('not even where nginx is told to buffer everything', async () => {
  // The portal's own header overrules it, and what is compressed all the same is passed on piece by piece.
  const { client } = await listenThrough((site) =>
    site
      .replace('proxy_buffering off;', 'proxy_buffering on; gzip_types *; gzip_min_length 0;')
      .replace('proxy_http_version 1.1;', 'proxy_http_version 1.0;'),
  );
  const slug = await publish();
  await vi.waitFor(() => expect(client.slugs()).toEqual([slug]));
});

it.skipIf(program === undefined)('nginx learns the end of a reader, and the portal too', async () => {
  const { portal, client } = await listenThrough();
  await vi.waitFor(() => expect(portal.feed.hub.size).toBe(1));
  client.close();
  await vi.waitFor(() => expect(portal.feed.hub.size).toBe(0));
});
