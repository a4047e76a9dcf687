import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** What a token may be allowed: to look at imports and articles, or to import. */
export const tokenScopes = ['read', 'import'] as const;

export type TokenScope = (typeof tokenScopes)[number];

/** For how many days a token may be made to last; null is for ever. */
export const tokenLifetimes = [30, 90, 365, null] as const;

/** What an editor states for a new token. */
export const newApiToken = z.object({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(tokenScopes)).min(1).max(tokenScopes.length),
  days: z.union(tokenLifetimes.map((days) => z.literal(days))).default(90),
});

export type NewApiToken = z.infer<typeof newApiToken>;

/** How many of a token's characters stay visible, so that a person knows it again. */
const prefixLength = 12;
const start = 'finews_';

/** A new secret: `finews_` and 32 random bytes in base64url (43 characters). */
export function buildTokenText(): string {
  return `${start}${randomBytes(32).toString('base64url')}`;
}

/** The first characters of a token, which are no secret. */
export function getTokenPrefix(token: string): string {
  return token.slice(0, prefixLength);
}

/** SHA-256 in hex, all that is kept of a token: 256 random bits need nothing slower, and equal work for any text. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The API token that a request carries as `Authorization: Bearer finews_…`; undefined for any other bearer. */
export function readApiToken(headers: Headers): string | undefined {
  const bearer = /^bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '')?.[1];
  return bearer?.startsWith(start) ? bearer : undefined;
}
