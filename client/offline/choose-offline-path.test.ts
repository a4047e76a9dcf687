import { expect, it } from 'vitest';
import { chooseOfflinePath } from './choose-offline-path';

const kept = ['/saved', '/offline', '/en/offline', '/en/saved'];

it.each([
  ['/', kept, '/offline'],
  ['/articles/a', kept, '/offline'],
  ['/en', kept, '/en/offline'],
  ['/en/articles/a', kept, '/en/offline'],
  ['/english', kept, '/offline'],
  ['/zh-TW/articles/a', ['/en/offline'], '/en/offline'],
  ['/', ['/saved'], undefined],
])('%s with %j: %s', (path, paths, expected) => {
  expect(chooseOfflinePath(path, paths)).toBe(expected);
});
