import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { buildTokenText, getTokenPrefix, hashToken, newApiToken, readApiToken } from './api-tokens';

it('a token is 256 random bits, known again by its beginning and kept as a hash', () => {
  const token = buildTokenText();
  expect(token).toMatch(/^finews_[\w-]{43}$/);
  expect(buildTokenText()).not.toBe(token);
  expect(getTokenPrefix(token)).toBe(token.slice(0, 12));
  expect(hashToken(token)).toBe(createHash('sha256').update(token).digest('hex'));
});

it.each([
  ['Bearer finews_abc', 'finews_abc'],
  ['bearer finews_abc ', 'finews_abc'],
  ['BEARER   finews_abc', 'finews_abc'],
  ['Bearer 5fPqZ0', undefined],
  ['Bearer x finews_abc', undefined],
  ['Basic finews_abc', undefined],
  ['finews_abc', undefined],
])('%s', (authorization, token) => {
  expect(readApiToken(new Headers({ authorization }))).toBe(token);
});

it.each([
  [
    { name: ' CI ', scopes: ['import'] },
    { name: 'CI', scopes: ['import'], days: 90 },
  ],
  [
    { name: 'a', scopes: ['read', 'import'], days: null },
    { name: 'a', scopes: ['read', 'import'], days: null },
  ],
  [{ name: '', scopes: ['read'] }, undefined],
  [{ name: 'a', scopes: [] }, undefined],
  [{ name: 'a', scopes: ['admin'] }, undefined],
  [{ name: 'a', scopes: ['read'], days: 7 }, undefined],
])('what an editor may ask for: %j', (form, parsed) => {
  expect(newApiToken.safeParse(form).data).toEqual(parsed);
});
