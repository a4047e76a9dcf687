/** Longest folded address that is stored or looked up, in UTF-16 units: the key of an index must stay short. */
export const maxFoldedPath = 600;

const host = /^(?:[a-z][a-z0-9+.-]{0,20}:)?\/\/[^/?#]*/i;
const dottedHost = /^\/\/[^/?#]*\.[^/?#]*/;

/**
 * The one form under which old addresses are stored and looked up. In goes a path or a whole address; out comes
 * its path: no host, percent-decoded, lower-case, no `.html`, no slash at the end, one slash between segments, and
 * of the query only `infocode`. Folding twice gives the same. Host, case and ending of an old address are decoration.
 */
export function foldPath(pathOrUrl: string): string {
  const [rawPath = '', rawQuery = ''] =
    stripHost(pathOrUrl.slice(0, 4000).trim())
      .split('#', 1)[0]
      ?.split(/\?(.*)/s) ?? [];
  const decoded = decodeSafely(rawPath).normalize('NFC').toLowerCase();
  const path = stripEnding(`/${decoded}`.replace(/\/{2,}/g, '/'));
  // Characters that would mean something else when the result is folded again stay encoded.
  const encoded = path.replace(/[%?#]/g, (sign) => encodeURIComponent(sign).toLowerCase());
  return (encoded + foldQuery(rawQuery)).slice(0, maxFoldedPath);
}

const trackers = /^(?:utm_\w+|from|spm|fbclid|gclid)$/i;

/**
 * The page of a story at its source as one key: `//host/path?query`, without what only counts visitors. Null for what
 * is no page of its own (a site's front page) or no http address.
 */
export function foldSourceUrl(address: string): string | null {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) if (trackers.test(name)) url.searchParams.delete(name);
  const path = decodeSafely(url.pathname).normalize('NFC').replace(/\/+$/, '');
  const query = url.searchParams.toString();
  if (path === '' && query === '') return null;
  const key = `//${url.host.toLowerCase()}${path}${query === '' ? '' : `?${query}`}`;
  return key.length < maxFoldedPath ? key : null;
}

/**
 * The 18 digits by which the source names a post (`20220218` + ten digits), or null. Finds them in every form an
 * address may have, with or without `NW` before them; the query's `infoCode` wins, then the last ones in the path.
 */
export function extractSourceId(pathOrUrl: string): string | null {
  const text = decodeSafely(pathOrUrl.slice(0, 4000));
  const query = /[?&]infocode=[^&#]*/i.exec(text)?.[0] ?? '';
  return findIds(query).at(-1) ?? findIds(text).at(-1) ?? null;
}

function findIds(text: string): string[] {
  const runs = text.match(/\d+/g) ?? [];
  return runs.filter((digits) => /^20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{10}$/.test(digits));
}

/** `//x/y` is a host only when it has a dot: a request may begin with two slashes by mistake. */
function stripHost(address: string): string {
  return address.startsWith('//') ? address.replace(dottedHost, '') : address.replace(host, '');
}

function stripEnding(path: string): string {
  let kept = path.trim();
  for (;;) {
    const shorter = kept.replace(/(?:\/|\.html?|\/index)$/, '');
    if (shorter === kept) return kept || '/';
    kept = shorter;
  }
}

function foldQuery(query: string): string {
  const code = /(?:^|&)infocode=([a-z0-9]{1,40})/i.exec(query)?.[1];
  return code ? `?infocode=${code.toLowerCase()}` : '';
}

/** Decodes what can be decoded and keeps a broken `%` as it is; drops control characters and half characters. */
function decodeSafely(text: string): string {
  const decoded = text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });

  return decoded.toWellFormed().replace(/[\u0000-\u001f\u007f]/g, '');
}
