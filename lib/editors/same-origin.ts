/** The settings that say from which origins the portal's own pages come. */
export interface OriginConfig {
  siteUrl: string;
  port: number;
}

/** Origins of the portal's own pages: the public one, and the machine itself. */
export function listOwnOrigins({ siteUrl, port }: OriginConfig): string[] {
  return [new URL(siteUrl).origin, `http://127.0.0.1:${port}`, `http://localhost:${port}`];
}

/**
 * Whether a changing request may carry a cookie's authority: it came from one of the portal's own pages, or from a
 * program that holds the cookie itself. Every browser states `Origin` or fetch metadata on such a request, so one with
 * neither (and without a foreign `Referer`) was not made by a page. `Origin: null` never passes.
 */
export function isSameOrigin(headers: Headers, ownOrigins: string[]): boolean {
  const origin = headers.get('origin');
  if (origin !== null) return ownOrigins.includes(origin);
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const referrer = headers.get('referer');
  return referrer === null || ownOrigins.includes(URL.parse(referrer)?.origin ?? '');
}

/** Whether a program authenticates itself by token; browsers cannot be made to send this header from elsewhere. */
export function hasBearerToken(headers: Headers): boolean {
  return /^bearer \S/i.test(headers.get('authorization') ?? '');
}
