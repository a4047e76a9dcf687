/** Hosts of the old site: what they linked to is found here under the same path. */
const ownHosts = new Set([
  'finews.zning.me',
  'finews.withounder.com',
  'finews.zning.xyz',
  'zning1994.github.io',
]);

const placeholder = 'http://relative.invalid';

/**
 * An address of a body in the form that it is kept in.
 * @param baseUrl address of the page that the body comes from, for relative addresses.
 * @returns absolute http(s), `mailto:`, a path of this site that begins with one `/`, a `#fragment`, or null where
 * the address leads nowhere or is not safe to follow.
 */
export function resolveAddress(address: string, baseUrl?: string): string | null {
  const trimmed = address.trim();
  if (trimmed === '') return null;
  if (trimmed.startsWith('#')) return trimmed.length > 1 ? trimmed : null;
  const base = baseUrl !== undefined && URL.canParse(baseUrl) ? baseUrl : undefined;
  if (base === undefined && isRelative(trimmed)) return null;
  const url = parseUrl(trimmed, base ?? placeholder);
  if (url?.protocol === 'mailto:') return url.href;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return null;
  return ownHosts.has(url.hostname) || url.origin === placeholder ? getOwnPath(url) : url.href;
}

function isRelative(address: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|[/\\])/iu.test(address);
}

function parseUrl(address: string, base: string): URL | null {
  const scheme = address.startsWith('//') ? 'https:' : '';
  return URL.parse(scheme + address, base);
}

/** `/.//host` would be read as another host. */
function getOwnPath(url: URL): string | null {
  const path = url.pathname + url.search + url.hash;
  return path.startsWith('//') ? null : path;
}
