import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Header under which the front door hands the visitor's address on; one that came from outside is dropped. */
export const clientIpHeader = 'x-finews-client-ip';

/** The proxies (addresses and networks of TRUSTED_PROXIES) whose `X-Forwarded-For` is believed. */
export function buildTrustedProxies(entries: string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/**
 * The visitor's address: the peer of the socket, or, behind trusted proxies, the nearest address in
 * `X-Forwarded-For` that is not one of them. What a visitor writes there himself stands further left.
 */
export function findClientIp(request: IncomingMessage, trusted: BlockList): string {
  const hops = String(request.headers['x-forwarded-for'] ?? '').split(',');
  let address = normaliseIp(request.socket.remoteAddress ?? '');
  while (isTrusted(address, trusted)) {
    const next = normaliseIp(hops.pop()?.trim() ?? '');
    if (isIP(next) === 0) break;
    address = next;
  }
  return address;
}

function isTrusted(address: string, trusted: BlockList): boolean {
  const family = isIP(address);
  return family !== 0 && trusted.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

function normaliseIp(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
