import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { mostMissed, parseLiveRequest } from './live-request';

const none = { lastEventId: undefined, accept: undefined };

function parse(query: string, headers: Partial<Parameters<typeof parseLiveRequest>[1]> = {}) {
  return parseLiveRequest(new URLSearchParams(query), { ...none, ...headers });
}

it('nothing asked is everything from now on', () => {
  expect(parse('')).toEqual({ topics: ['front'], since: undefined, max: mostMissed, isPoll: false });
});

it('the header that the browser sends by itself is newer than the address', () => {
  expect(parse('since=5', { lastEventId: '9' }).since).toBe(9);
  expect(parse('since=5', { lastEventId: 'x' }).since).toBe(5);
  expect(parse('since=5', { lastEventId: '' }).since).toBe(5);
});

describe('JSON', () => {
  it.each([
    ['poll=1', undefined, true],
    ['', 'application/json', true],
    ['', 'text/event-stream', false],
    ['', '*/*', false],
  ])('%s %s', (query, accept, isPoll) => {
    expect(parse(query, { accept }).isPoll).toBe(isPoll);
  });
});

it.each([
  ['since=-1', 'since'],
  ['since=1e3', 'since'],
  ['since=9999999999999999', 'since'],
  ['max=0', 'max'],
  ['max=10001', 'max'],
  ['topics=%00', 'topics'],
])('%s is refused', (query, name) => {
  expect(() => parse(query)).toThrow(new AppError('query-invalid', { name }, 400));
});
