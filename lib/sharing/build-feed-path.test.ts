import { expect, it } from 'vitest';
import { buildFeedPath } from './build-feed-path';

it.each([
  ['/', '/feed.xml'],
  ['/category', '/feed.xml'],
  ['/archive/2022/02/18', '/feed.xml'],
  ['/articles/NW1', '/feed.xml'],
  ['/category/emnews?before=kzr.1', '/category/emnews/feed.xml'],
  ['/tag/%E8%B4%A2%E7%BB%8F', '/tag/%E8%B4%A2%E7%BB%8F/feed.xml'],
  ['/stock/1.600160', '/stock/1.600160/feed.xml'],
  ['/search', '/feed.xml'],
  ['/search?order=best', '/feed.xml'],
  ['/search?q=a%26b+c&order=best&stock=1.600160&before=x', '/search/feed.xml?q=a%26b%20c&stock=1.600160'],
])('%s has the feed %s', (page, feed) => {
  expect(buildFeedPath(page)).toBe(feed);
});

it('lies beside its list in each format', () => {
  expect(buildFeedPath('/tag/a', 'atom')).toBe('/tag/a/atom.xml');
  expect(buildFeedPath('/', 'json')).toBe('/feed.json');
});
