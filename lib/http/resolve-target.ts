import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { AppError } from '@/lib/errors/app-error';
import { isPublicAddress } from './is-public-address';

export interface ResolvedAddress {
  address: string;
  family: number;
}

/** Who may be connected to besides the public internet. */
export interface PrivateAccess {
  /** Every host whatever: for tests. */
  allowPrivate?: boolean;
  /** `host:port` as in the address, the port always stated: only these, exactly. */
  privateHosts?: readonly string[];
}

export type LookUp = (host: string) => Promise<ResolvedAddress[]>;

/**
 * The addresses behind a URL, all of them checked; the connection must go to one of these and to nothing else, as a
 * second look-up may say something else. Throws `address-forbidden` (400; params: address) for a scheme other than
 * http and https, a user name in the address, and a host with any address outside the public internet;
 * `fetch-failed` (502; params: reason) when there is no such host.
 */
export async function resolveTarget(
  url: URL,
  access: PrivateAccess,
  lookUp: LookUp = lookUpAll,
): Promise<ResolvedAddress[]> {
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') throw forbid(url);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isAllowed =
    access.allowPrivate === true || access.privateHosts?.includes(buildHostAndPort(url)) === true;
  const family = isIP(host);
  const addresses = family === 0 ? await lookUp(host) : [{ address: host, family }];
  if (addresses.length === 0) throw new AppError('fetch-failed', { reason: 'ENOTFOUND' }, 502);
  if (!isAllowed && !addresses.every(({ address }) => isPublicAddress(address))) throw forbid(url);
  return addresses;
}

/** `host:port` of a URL, with the scheme's port where none is stated. */
export function buildHostAndPort(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
}

function lookUpAll(host: string): Promise<ResolvedAddress[]> {
  return lookup(host, { all: true });
}

function forbid(url: URL): AppError {
  return new AppError('address-forbidden', { address: url.host || url.protocol }, 400);
}
