import { createHash, randomBytes } from 'node:crypto';
import type { Prisma } from '@/lib/db/generated/client';
import { getDb } from '@/lib/db/prisma-client';

const lifetimeMs = 24 * 60 * 60 * 1000;

type Db = Pick<Prisma.TransactionClient, 'verification'>;

/** Makes a one-time sign-in token (256 bits) for an editor; only its hash is stored. Valid for a day. */
export async function createWelcomeToken(db: Db, userId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db.verification.create({
    data: {
      id: randomBytes(16).toString('hex'),
      identifier: buildIdentifier(token),
      value: userId,
      expiresAt: new Date(Date.now() + lifetimeMs),
    },
  });
  return token;
}

/** Whether a token can still be used. Looking does not use it up: link previews open addresses, too. */
export async function isWelcomeTokenValid(token: string): Promise<boolean> {
  const where = { identifier: buildIdentifier(token), expiresAt: { gt: new Date() } };
  return (await getDb().verification.count({ where })) > 0;
}

/** Uses a token up and gives the editor's id; undefined when it is wrong, used or too old. */
export async function consumeWelcomeToken(db: Db, token: string): Promise<string | undefined> {
  const where = { identifier: buildIdentifier(token), expiresAt: { gt: new Date() } };
  const row = await db.verification.findFirst({ where });
  // The delete decides between two that come at once: one of them counts 0.
  const { count } = await db.verification.deleteMany({ where: { id: row?.id ?? '' } });
  return count > 0 ? row?.value : undefined;
}

function buildIdentifier(token: string): string {
  return `welcome:${createHash('sha256').update(token).digest('base64url')}`;
}
