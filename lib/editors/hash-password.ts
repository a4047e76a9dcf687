import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { limitConcurrency } from './limit-concurrency';

// OWASP's floor for argon2id. Memory in KiB.
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;
// Each hash occupies a thread of the pool that also serves files; four is all of them, so two.
const runLimited = limitConcurrency(2);

interface Argon2Cost {
  memory: number;
  passes: number;
  parallelism: number;
}

/** Hash of a password as a PHC string: `$argon2id$v=19$m=19456,t=2,p=1$salt$tag`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive(password, salt, cost, tagLength);
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(salt)}$${encode(tag)}`;
}

/** Whether a password belongs to a PHC string that `hashPassword` made; false for any other string. */
export async function verifyPassword(input: { hash: string; password: string }): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(input.hash);
  if (!match) return false;
  const [, memory, passes, parallelism, salt = '', tag = ''] = match;
  const wanted = Buffer.from(tag, 'base64');
  const stored = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const actual = await derive(input.password, Buffer.from(salt, 'base64'), stored, wanted.length);
  return timingSafeEqual(actual, wanted);
}

function derive(password: string, salt: Buffer, by: Argon2Cost, length: number): Promise<Buffer> {
  // NFKC: the same password typed on another keyboard or system is the same password.
  const message = password.normalize('NFKC');
  return runLimited(
    () =>
      new Promise((resolve, reject) => {
        argon2('argon2id', { message, nonce: salt, tagLength: length, ...by }, (error, tag) =>
          error ? reject(error) : resolve(tag),
        );
      }),
  );
}

function encode(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
