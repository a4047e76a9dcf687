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
  if (url?.protocol === 'mailto:') return escapeRest(url.href);
  if ((url?.protocol !== 'http:' && url?.protocol !== 'https:') || !canBeHost(url.hostname)) return null;
  if (ownHosts.has(url.hostname) || url.origin === placeholder) return getOwnPath(url);
  return url.origin + getPath(url);
}

/** No name in the DNS has an empty part, or one of more than 63 characters. */
function canBeHost(name: string): boolean {
  return name.replace(/\.$/u, '').split('.').every((label) => label !== '' && label.length <= 63); // prettier-ignore
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
  const path = getPath(url);
  return path.startsWith('//') ? null : path;
}

function getPath({ pathname, search, hash }: URL): string {
  return escapeRest(pathname + search + hash.slice(0, 1)) + escapeRest(hash.slice(1)).replaceAll('#', '%23');
}

/** What browsers take as it is and no address may hold by the rules (RFC 3986). */
function escapeRest(address: string): string {
  return address
    .replace(/[[\]{}|\\^`"<> ]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%(?![\da-f]{2})/giu, '%25');
}
