import { expect, it } from 'vitest';
import { parseWorkerMessage } from './worker-message';

it('takes the three messages, and of their paths those of readers', () => {
  expect(
    parseWorkerMessage({
      kind: 'page',
      path: '/articles/a',
      pages: ['/offline', 'https://elsewhere.example/', '//elsewhere.example', '/admin', 7],
      assets: ['/assets/reader.js', '/api/articles'],
    }),
  ).toEqual({ kind: 'page', path: '/articles/a', pages: ['/offline'], assets: ['/assets/reader.js'] });
  expect(parseWorkerMessage({ kind: 'save', path: '/articles/a', withPictures: 'yes' })).toEqual({
    kind: 'save',
    path: '/articles/a',
    withPictures: false,
  });
  expect(parseWorkerMessage({ kind: 'drop', path: '/articles/a' })).toEqual({
    kind: 'drop',
    path: '/articles/a',
  });
});

it.each([
  [null],
  ['save'],
  [{ kind: 'save' }],
  [{ kind: 'save', path: '/admin' }],
  [{ kind: 'other', path: '/' }],
])('refuses %j', (value) => {
  expect(parseWorkerMessage(value)).toBeUndefined();
});
