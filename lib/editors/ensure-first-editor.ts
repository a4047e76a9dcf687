import { z } from 'zod';
import type { Config } from '@/lib/config/config';
import type { Prisma } from '@/lib/db/generated/client';
import { getDb } from '@/lib/db/prisma-client';
import { createEditor, setPassword } from './editor-store';
import { hashPassword, verifyPassword } from './hash-password';
import { normalizeEmail } from './sign-in-limits';
import { createWelcomeToken } from './welcome-link';

type Db = Prisma.TransactionClient;
type FirstEditorConfig = Pick<Config, 'adminEmail' | 'adminPassword' | 'siteUrl'>;

const settingKey = 'first-editor';
// Any number that no other advisory lock of the portal has.
const lockId = 7_303_014;
const placeholderEmail = 'admin@localhost';

/** What the last start made of ADMIN_EMAIL and ADMIN_PASSWORD. */
const recordSchema = z.object({ userId: z.string(), passwordHash: z.string() });

/**
 * Sees to it, at each start, that somebody can sign in. With ADMIN_EMAIL and ADMIN_PASSWORD that editor exists; a
 * changed ADMIN_PASSWORD becomes the password when the account was made from these settings (the way back in for
 * who forgot it), while one that an editor changed on the page stays. Without them, and as long as nobody has ever
 * set a password, a one-time link is made: `signInUrl`, to be printed once.
 */
export async function ensureFirstEditor(config: FirstEditorConfig): Promise<{ signInUrl: string | null }> {
  const { adminEmail, adminPassword, siteUrl } = config;
  return getDb().$transaction(
    async (db) => {
      // Two instances that start together take turns.
      await db.$executeRaw`SELECT pg_advisory_xact_lock(${lockId})`;
      if (adminEmail !== null && adminPassword !== null) {
        await ensureEditorFromSettings(db, normalizeEmail(adminEmail), adminPassword);
        return { signInUrl: null };
      }
      const token = await ensureWelcomeToken(db);
      return { signInUrl: token === null ? null : `${siteUrl}/admin/welcome?token=${token}` };
    },
    { timeout: 30_000, maxWait: 30_000 },
  );
}

async function ensureEditorFromSettings(db: Db, email: string, password: string): Promise<void> {
  const setting = await db.setting.findUnique({ where: { key: settingKey } });
  const record = recordSchema.safeParse(setting?.value).data;
  const user = await db.user.findUnique({ where: { email }, select: { id: true } });
  if (user && user.id !== record?.userId) return;
  if (user && record && (await verifyPassword({ hash: record.passwordHash, password }))) return;

  const userId = user?.id ?? (await createEditor(db, { name: email, email, role: 'admin' }));
  const passwordHash = await hashPassword(password);
  await setPassword(db, userId, passwordHash);
  const value = { userId, passwordHash };
  await db.setting.upsert({
    where: { key: settingKey },
    create: { key: settingKey, value },
    update: { value },
  });
}

async function ensureWelcomeToken(db: Db): Promise<string | null> {
  const passwords = await db.account.count({ where: { providerId: 'credential', password: { not: null } } });
  if (passwords > 0) return null;
  const first = await db.user.findFirst({ orderBy: { createdAt: 'asc' }, select: { id: true } });
  const userId =
    first?.id ?? (await createEditor(db, { name: 'admin', email: placeholderEmail, role: 'admin' }));
  await db.verification.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  return createWelcomeToken(db, userId);
}
