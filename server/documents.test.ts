import { expect, it } from 'vitest';
import { type DocumentRoute, findDocument } from './documents';

const routes: DocumentRoute[] = [
  {
    pattern: /^\/tag\/(?<name>[^/]+)\/feed\.xml$/,
    query: ['q'],
    render: ({ groups, query }) =>
      Promise.resolve({ contentType: 'text/plain', body: `${groups['name'] ?? ''}|${query.toString()}` }),
  },
];

function find(target: string) {
  return findDocument(new URL(target, 'http://door.invalid'), routes);
}

it('keys a document by one spelling of its address and the parameters it reads', async () => {
  const found = find('/tag/%e8%b4%a2 b/feed.xml?x=1&q=a%20b&utm_source=y');
  expect(found?.key).toBe('/tag/%E8%B4%A2%20b/feed.xml?q=a%20b');
  expect(await found?.render()).toEqual({ contentType: 'text/plain', body: '财 b|q=a+b' });
});

it.each(['/tag/a/feed.json', '/tag/a/b/feed.xml', '/tag/%00/feed.xml', '/tag/%E8%B4/feed.xml', '/'])(
  '%s is none',
  (target) => expect(find(target)).toBeUndefined(),
);
