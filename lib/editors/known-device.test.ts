import { expect, it } from 'vitest';
import { buildDeviceCookie, findKnownDevice } from './known-device';

const cookie = buildDeviceCookie('secret', 'me@example.org');
const [id = '', signature = ''] = cookie.split('.');

it('recognises its own cookie for the same account', () => {
  expect(findKnownDevice('secret', 'me@example.org', cookie)).toBe(id);
});

it.each([
  ['another account', 'secret', 'you@example.org', cookie],
  ['another secret', 'other', 'me@example.org', cookie],
  ['another device', 'secret', 'me@example.org', `AAAA.${signature}`],
  ['no signature', 'secret', 'me@example.org', id],
  ['an empty id', 'secret', 'me@example.org', `.${signature}`],
  ['no cookie', 'secret', 'me@example.org', null],
])('does not recognise %s', (_, secret, email, value) => {
  expect(findKnownDevice(secret, email, value)).toBeUndefined();
});
