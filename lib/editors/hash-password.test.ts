import { expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './hash-password';

it('hashes with argon2id at the floor of OWASP, salted', async () => {
  const [first, second] = await Promise.all([hashPassword('a password'), hashPassword('a password')]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(first).not.toBe(second);
});

it('verifies the right password only', async () => {
  const hash = await hashPassword('Straße 中文');
  expect(await verifyPassword({ hash, password: 'Straße 中文' })).toBe(true);
  expect(await verifyPassword({ hash, password: 'Strasse 中文' })).toBe(false);
  expect(await verifyPassword({ hash, password: '' })).toBe(false);
});

it('takes a password typed on another system as the same', async () => {
  const hash = await hashPassword('café'.normalize('NFD'));
  expect(await verifyPassword({ hash, password: 'café'.normalize('NFC') })).toBe(true);
});

it('reads hashes of the reference implementation', async () => {
  // A test vector of phc-winner-argon2 (src/test.c).
  const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await verifyPassword({ hash, password: 'password' })).toBe(true);
});

it.each(['', 'plain', '$argon2i$v=19$m=8,t=1,p=1$c29tZXNhbHQ$AAAA', '$2b$10$abcdefghijklmnopqrstuv'])(
  'never verifies against %j',
  async (hash) => {
    expect(await verifyPassword({ hash, password: '' })).toBe(false);
  },
);
