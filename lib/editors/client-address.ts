import { isIP } from 'node:net';

/** Header in which the front door hands on the peer's address, after removing any such header from outside. */
export const clientAddressHeader = 'x-finews-client-ip';

/**
 * The address that limits count by: an IPv4 address, or the /64 network of an IPv6 address, as one household or
 * server owns at least that much. `unknown` (one limit for all) without the front door's header.
 */
export function readClientAddress(headers: Headers | undefined): string {
  const address = headers?.get(clientAddressHeader)?.replace(/^::ffff:(?=\d+\.)/i, '') ?? '';
  const version = isIP(address);
  if (version === 4) return address;
  return version === 6 ? `${expandIpv6(address).slice(0, 4).join(':')}::/64` : 'unknown';
}

function expandIpv6(address: string): string[] {
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = new Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right].map((group) => group.replace(/^0+(?=.)/, ''));
}
