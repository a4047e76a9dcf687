import { expect, it } from 'vitest';
import { StreamCounter } from './live-limits';

it('an address has so many places and no more, until one is given back', () => {
  const streams = new StreamCounter({ perAddress: 2, total: 10 });
  const first = streams.take('9.9.9.9');
  expect(streams.take('9.9.9.9')).toBeDefined();
  expect(streams.take('9.9.9.9')).toBeUndefined();
  expect(streams.take('8.8.8.8')).toBeDefined();
  first?.();
  expect(streams.take('9.9.9.9')).toBeDefined();
});

it('a network of IPv6 counts as one', () => {
  const streams = new StreamCounter({ perAddress: 1, total: 10 });
  expect(streams.take('2a00:1450:4001:82a::/64')).toBeDefined();
  expect(streams.take('2a00:1450:4001:82a::/64')).toBeUndefined();
});

it('the own network counts in all only', () => {
  const streams = new StreamCounter({ perAddress: 1, total: 3 });
  const taken = Array.from({ length: 4 }, () => streams.take('127.0.0.1') !== undefined);
  expect(taken).toEqual([true, true, true, false]);
});
