import { describe, expect, it } from 'vitest';
import { hasBearerToken, isSameOrigin, listOwnOrigins } from './same-origin';

const own = listOwnOrigins({ siteUrl: 'https://news.example', port: 3000 });

describe('isSameOrigin', () => {
  it.each([
    [{ origin: 'https://news.example' }, true],
    [{ origin: 'http://127.0.0.1:3000' }, true],
    [{ origin: 'http://localhost:3000' }, true],
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{}, true],
    [{ origin: 'null' }, false],
    [{ origin: 'null', 'sec-fetch-site': 'same-origin' }, false],
    [{ origin: '' }, false],
    [{ origin: 'http://news.example' }, false],
    [{ origin: 'https://news.example:8443' }, false],
    [{ origin: 'https://news.example.evil.example' }, false],
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ referer: 'https://news.example/admin' }, true],
    [{ referer: 'https://evil.example/' }, false],
    [{ referer: 'nonsense' }, false],
    [{ host: 'evil.example', origin: 'https://evil.example' }, false],
  ])('says for %j: %s', (headers, expected) => {
    expect(isSameOrigin(new Headers(headers as Record<string, string>), own)).toBe(expected);
  });
});

it.each([
  ['Bearer abc', true],
  ['bearer abc', true],
  ['Bearer ', false],
  ['Basic abc', false],
  ['', false],
])('finds a token in %j: %s', (authorization, expected) => {
  expect(hasBearerToken(new Headers({ authorization }))).toBe(expected);
});
