import { randomUUID } from 'node:crypto';
import type { Prisma } from '@/lib/db/generated/client';

type Db = Prisma.TransactionClient;

interface NewEditor {
  name: string;
  email: string;
  role: 'admin' | 'editor';
}

/** Creates an editor who cannot sign in yet (see `setPassword`); gives the id. */
export async function createEditor(db: Db, editor: NewEditor): Promise<string> {
  const { id } = await db.user.create({ data: { id: randomUUID(), ...editor }, select: { id: true } });
  return id;
}

/** Sets the password (its hash) of an editor and ends all sessions. */
export async function setPassword(db: Db, userId: string, passwordHash: string): Promise<void> {
  const credential = { userId, providerId: 'credential', accountId: userId };
  const { count } = await db.account.updateMany({ where: credential, data: { password: passwordHash } });
  if (count === 0)
    await db.account.create({ data: { id: randomUUID(), ...credential, password: passwordHash } });
  await db.session.deleteMany({ where: { userId } });
}
