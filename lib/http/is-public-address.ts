import { BlockList, isIP } from 'node:net';

/** IANA's special-purpose IPv4 registry, without the three anycast blocks that are ordinary public addresses. */
const specialIpv4 = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24',
  '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24',
  '224.0.0.0/4', '240.0.0.0/4',
]; // prettier-ignore

/**
 * Within global unicast (2000::/3) what is not: protocol assignments with Teredo, ORCHID and benchmarking,
 * documentation, 6to4. Everything outside 2000::/3 is refused anyway.
 */
const specialIpv6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
const globalUnicast = ['2000::/3'];
/** Prefixes whose last 32 bits are an IPv4 address to which the packets really go: v4-mapped and NAT64. */
const translated = ['::ffff:0:0/96', '64:ff9b::/96'];

interface Networks {
  v4: BlockList;
  v6: BlockList;
  global: BlockList;
  translated: BlockList;
}

let networks: Networks | undefined;

/**
 * Whether an IP address (no brackets) belongs to the public internet: false for everything in IANA's special-purpose
 * registries and for every IPv6 form that leads to such an IPv4 address, and for what is no address.
 */
export function isPublicAddress(address: string): boolean {
  const known = (networks ??= buildNetworks());
  const plain = address.replace(/%.*$/s, '');
  if (isIP(plain) === 4) return !known.v4.check(plain, 'ipv4');
  if (isIP(plain) !== 6) return false;
  if (known.translated.check(plain, 'ipv6')) return !known.v4.check(readLastIpv4(plain), 'ipv4');
  return known.global.check(plain, 'ipv6') && !known.v6.check(plain, 'ipv6');
}

function buildNetworks(): Networks {
  return {
    v4: buildList(specialIpv4, 'ipv4'),
    v6: buildList(specialIpv6, 'ipv6'),
    global: buildList(globalUnicast, 'ipv6'),
    translated: buildList(translated, 'ipv6'),
  };
}

function buildList(blocks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const block of blocks) {
    const [network = '', prefix] = block.split('/');
    list.addSubnet(network, Number(prefix), family);
  }
  return list;
}

/** The last 32 bits of an IPv6 address in dotted form. URL writes every spelling in one way. */
function readLastIpv4(address: string): string {
  const groups = new URL(`http://[${address}]`).hostname.slice(1, -1).split(':');
  const [high = 0, low = 0] = groups.slice(-2).map((group) => parseInt(group || '0', 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
