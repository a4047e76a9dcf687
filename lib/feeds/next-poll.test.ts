import { expect, it } from 'vitest';
import { nextPoll, parseRetryAfter } from './next-poll';

const failed = (status?: number, retryAfterSeconds?: number) => ({ ok: false, status, retryAfterSeconds }) as const; // prettier-ignore

it.each([
  ['a success', 30, 0, { ok: true } as const, 0.5, 30, 0],
  ['a success, earliest', 900, 0, { ok: true } as const, 0, 810, 0],
  ['a success, latest', 900, 0, { ok: true } as const, 1, 990, 0],
  ['the first success after fifty failures', 30, 50, { ok: true } as const, 0.5, 30, 0],
  ['the first failure', 30, 0, failed(500), 0.5, 30, 1],
  ['the second', 30, 1, failed(500), 0.5, 60, 2],
  ['the fifth', 30, 4, failed(), 0.5, 480, 5],
  ['the fiftieth: never longer than an hour', 30, 49, failed(403), 0.5, 3600, 50],
  ['the two thousandth', 30, 1999, failed(), 0.5, 3600, 2000],
  ['a source that is asked every six hours', 21_600, 3, failed(500), 0.5, 21_600, 4],
  ['429 with a time', 30, 0, failed(429, 600), 0, 600, 1],
  ['503 with a time, later only', 30, 0, failed(503, 600), 1, 660, 1],
  ['a time shorter than the backoff', 30, 5, failed(503, 10), 0.5, 960, 6],
  ['a time beyond a day', 30, 0, failed(429, 1e8), 0, 86_400, 1],
  ['a time that nobody should believe', 30, 0, failed(500, 86_400), 0.5, 30, 1],
  ['gone for good', 30, 0, failed(410), 0.5, 86_400, 1],
])('%s', (_name, intervalSeconds, failures, end, random, delaySeconds, after) => {
  const next = nextPoll({ intervalSeconds, failures }, end, random);
  expect(next.delaySeconds).toBeCloseTo(delaySeconds, 5);
  expect(next.failures).toBe(after);
});

it.each([
  ['120', 120],
  [' 0 ', 0],
  ['Wed, 04 Mar 2026 05:07:07 GMT', 60],
  ['Wednesday, 04-Mar-26 05:07:07 GMT', 60],
  ['Wed, 04 Mar 2020 05:06:07 GMT', 0],
  ['-5', undefined],
  ['soon', undefined],
  ['1.5', undefined],
  ['', undefined],
  [undefined, undefined],
])('Retry-After %s', (header, seconds) => {
  expect(parseRetryAfter(header, new Date('2026-03-04T05:06:07Z'))).toBe(seconds);
});
