import { expect, it } from 'vitest';
import { readClientAddress } from './client-address';

it.each([
  ['198.51.100.7', '198.51.100.7'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['2001:db8:0:12:aa::1', '2001:db8:0:12::/64'],
  ['2001:DB8:0000:0012::', '2001:db8:0:12::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['198.51.100.7, 10.0.0.1', 'unknown'],
  ['localhost', 'unknown'],
  ['', 'unknown'],
])('reads %j as %s', (header, expected) => {
  expect(readClientAddress(new Headers({ 'x-finews-client-ip': header }))).toBe(expected);
});

it('looks at no other header', () => {
  expect(
    readClientAddress(new Headers({ 'x-forwarded-for': '198.51.100.7', 'x-real-ip': '198.51.100.8' })),
  ).toBe('unknown');
});
