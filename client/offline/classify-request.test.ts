import { expect, it } from 'vitest';
import { classifyRequest } from './classify-request';

const origin = 'https://news.example';

function classify(path: string, change: { method?: string; mode?: string; accept?: string } = {}) {
  const url = new URL(path, origin);
  return classifyRequest({ method: 'GET', mode: 'navigate', accept: 'text/html', origin, url, ...change });
}

it.each([
  ['/articles/NW1', 'story'],
  ['/en/articles/NW1', 'story'],
  ['/', 'page'],
  ['/zh-TW/saved', 'page'],
  ['/articles/NW1/changes', 'page'],
  ['/admin', 'none'],
  ['/admin/articles/NW1', 'none'],
  ['/api/articles/NW1', 'none'],
  ['/administration', 'page'],
  ['https://elsewhere.example/articles/NW1', 'none'],
])('a visit of %s: %s', (path, kind) => {
  expect(classify(path)).toBe(kind);
});

it.each([
  ['/_next/static/css/a.css', 'fixed'],
  ['/assets/reader.js', 'asset'],
  ['/images/a.webp', 'picture'],
  ['/api/live', 'none'],
  ['/feed.xml', 'none'],
  ['https://pictures.example/images/a.png', 'none'],
])('a part of a page, %s: %s', (path, kind) => {
  expect(classify(path, { mode: 'no-cors', accept: '*/*' })).toBe(kind);
});

it('event streams and everything but GET pass by', () => {
  expect(classify('/live', { mode: 'cors', accept: 'text/event-stream' })).toBe('none');
  expect(classify('/search', { method: 'POST' })).toBe('none');
});
