import { describe, expect, it } from 'vitest';
import { noteCacheTags } from '@/lib/articles/article-cache';
import { finishPage, PageCache } from './page-cache';
import type { RenderedPage } from './render-page';

const plenty = 10_000_000;

/** A render that notes tags, counts its calls and can be held back. */
function makeRender(tags: string[] = [], answer: Partial<RenderedPage> = {}) {
  const state = { calls: 0, gate: Promise.resolve(), answer: { status: 200, body: '', ...answer } };
  const render = async () => {
    state.calls += 1;
    const body = `${String(state.answer.body)}${state.calls}`;
    noteCacheTags(...tags);
    await state.gate;
    return { ...state.answer, body };
  };
  return Object.assign(render, { state });
}

async function read(cache: PageCache, render: () => Promise<RenderedPage>, address = '/a'): Promise<string> {
  return (await cache.get(address, render)).body.toString();
}

describe('PageCache', () => {
  it('renders a page once for all who ask at the same time, and again for nobody', async () => {
    const cache = new PageCache(plenty);
    const render = makeRender();
    expect(await Promise.all([read(cache, render), read(cache, render), read(cache, render)])).toEqual([
      '1',
      '1',
      '1',
    ]);
    expect(await read(cache, render)).toBe('1');
    expect(await read(cache, render, '/b')).toBe('2');
  });

  it('renders anew what depends on a changed tag, and nothing else', async () => {
    const cache = new PageCache(plenty);
    const [front, article] = [makeRender(['front']), makeRender(['article:x', 'category:y'])];
    await read(cache, front, '/');
    await read(cache, article, '/x');
    cache.invalidate(['category:y', 'tag:z']);
    expect(await read(cache, front, '/')).toBe('1');
    expect(await read(cache, article, '/x')).toBe('2');
    cache.invalidateAll();
    expect(await read(cache, front, '/')).toBe('2');
  });

  it.each([
    ['its own tag', ['article:x'], '2'],
    ['another tag', ['article:y'], '1'],
  ])('a change of %s while a page renders', async (_, changed, next) => {
    const cache = new PageCache(plenty);
    const render = makeRender(['article:x']);
    const held = Promise.withResolvers<undefined>();
    render.state.gate = held.promise.then();
    const first = read(cache, render);
    cache.invalidate(changed);
    const second = read(cache, render);
    held.resolve(undefined);
    expect(await first).toBe('1');
    expect(await second).toBe(next); // whoever asks after a change sees it
    expect(await read(cache, render)).toBe(next);
  });

  it('serves the stale page when a render fails, and tries again at the next visit', async () => {
    const cache = new PageCache(plenty);
    const render = makeRender(['front']);
    await read(cache, render);
    cache.invalidate(['front']);
    await expect(cache.get('/a', () => Promise.reject(new Error('no database')))).resolves.toMatchObject({
      status: 200,
      body: Buffer.from('1'),
    });
    expect(await read(cache, makeRender([], { status: 503 }))).toBe('1');
    expect(await read(cache, render)).toBe('2');
  });

  it('rejects when there is nothing stale to serve, and keeps no failure', async () => {
    const cache = new PageCache(plenty);
    await expect(cache.get('/a', () => Promise.reject(new Error('no database')))).rejects.toThrow(
      'no database',
    );
    expect(await read(cache, makeRender())).toBe('1');
  });

  it.each([404, 410, 307, 500])('never keeps a page of status %i', async (status) => {
    const cache = new PageCache(plenty);
    const render = makeRender([], { status });
    expect(await read(cache, render)).toBe('1');
    expect(await read(cache, render)).toBe('2');
  });

  it('forgets a page that is gone: not even without a database does it come back', async () => {
    const cache = new PageCache(plenty);
    await read(cache, makeRender(['article:x']));
    cache.invalidate(['article:x']);
    expect(await cache.get('/a', makeRender([], { status: 404 }))).toMatchObject({ status: 404 });
    await expect(cache.get('/a', () => Promise.reject(new Error('no database')))).rejects.toThrow();
  });

  it('keeps to its bytes and drops what was unread for longest', async () => {
    const cache = new PageCache(32_000); // three pages of about 10 kB and a little
    const renders = ['/1', '/2', '/3', '/4'].map((address) => ({
      address,
      render: makeRender([], { body: 'x'.repeat(8500) }),
    }));
    for (const { address, render } of renders.slice(0, 3)) await cache.get(address, render);
    await cache.get('/1', renders[0]!.render); // read again: now /2 is the oldest
    await cache.get('/4', renders[3]!.render);
    for (const { address, render } of [0, 2, 3, 1].map((at) => renders[at]!))
      await cache.get(address, render);
    expect(renders.map(({ render }) => render.state.calls)).toEqual([1, 2, 1, 1]);
  });

  it('gives equal pages equal entity tags, and other pages others', async () => {
    const cache = new PageCache(plenty);
    const [a, b, c] = await Promise.all(
      ['same', 'same', 'other'].map((html, at) =>
        cache.get(`/${at}`, () => Promise.resolve({ status: 200, body: html })),
      ),
    );
    expect(a?.etag).toBe(b?.etag);
    expect(a?.etag).not.toBe(c?.etag);
    expect(a?.etag).toMatch(/^"[\w-]{22}"$/);
  });
});

it('keeps pages in memory of their own size, not in slabs that are shared with other buffers', async () => {
  const page = await finishPage({ status: 200, body: '<p>a small page</p>' });
  expect(page.body.buffer.byteLength).toBe(page.body.length);
});
