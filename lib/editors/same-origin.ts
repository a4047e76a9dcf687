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
 * Whether a browser sent the request from one of the portal's own pages. Every browser states Origin on a changing
 * request; one without it passes only with fetch metadata that says so. `Origin: null` never passes.
 */
export function isSameOrigin(headers: Headers, ownOrigins: string[]): boolean {
  const origin = headers.get('origin');
  if (origin !== null) return ownOrigins.includes(origin);
  return headers.get('sec-fetch-site') === 'same-origin';
}

/** Whether a program authenticates itself by token; browsers cannot be made to send this header from elsewhere. */
export function hasBearerToken(headers: Headers): boolean {
  return /^bearer \S/i.test(headers.get('authorization') ?? '');
}
