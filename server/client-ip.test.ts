import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { buildTrustedProxies, findClientIp } from './client-ip';

function find(peer: string | undefined, forwarded: string | undefined, trusted: string[]): string {
  const request = { headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress: peer } };
  return findClientIp(request as unknown as IncomingMessage, buildTrustedProxies(trusted));
}

const proxies = ['10.0.0.0/8', '127.0.0.1', '2001:db8::/32'];

describe('findClientIp', () => {
  it.each([
    ['no proxy is trusted: the header is a forgery', '203.0.113.9', '198.51.100.1', [], '203.0.113.9'],
    ['the peer is no proxy of ours', '203.0.113.9', '198.51.100.1', proxies, '203.0.113.9'],
    ['one proxy', '10.1.2.3', '203.0.113.9', proxies, '203.0.113.9'],
    ['the visitor put an address before it', '10.1.2.3', '1.1.1.1, 203.0.113.9', proxies, '203.0.113.9'],
    ['the visitor named one of our proxies', '10.1.2.3', '10.9.9.9,203.0.113.9', proxies, '203.0.113.9'],
    ['two proxies in a row', '127.0.0.1', '1.1.1.1, 203.0.113.9, 10.1.2.3', proxies, '203.0.113.9'],
    ['all are proxies', '10.1.2.3', '10.0.0.1', proxies, '10.0.0.1'],
    ['a proxy without the header', '10.1.2.3', undefined, proxies, '10.1.2.3'],
    ['nonsense in the header', '10.1.2.3', 'localhost; DROP', proxies, '10.1.2.3'],
    ['nonsense before an address', '10.1.2.3', 'x, 203.0.113.9', proxies, '203.0.113.9'],
    ['IPv6', '2001:db8::5', '2606:4700::1', proxies, '2606:4700::1'],
    ['IPv4 in IPv6', '::ffff:10.1.2.3', '::ffff:203.0.113.9', proxies, '203.0.113.9'],
    ['a socket that is gone', undefined, '203.0.113.9', proxies, ''],
  ])('%s', (_, peer, forwarded, trusted, expected) => {
    expect(find(peer, forwarded, trusted)).toBe(expected);
  });
});
