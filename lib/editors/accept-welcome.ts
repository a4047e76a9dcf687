import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import { getDb } from '@/lib/db/prisma-client';
import { getAuth, passwordLength } from './auth';
import { setPassword } from './editor-store';
import { hashPassword } from './hash-password';
import { normalizeEmail } from './sign-in-limits';
import { consumeWelcomeToken, isWelcomeTokenValid } from './welcome-link';

const formSchema = z.object({
  token: z.string().min(1).max(200),
  email: z.string().trim().max(254).pipe(z.email()),
  password: z.string().min(passwordLength.min).max(passwordLength.max),
});

/**
 * Uses a one-time sign-in link: sets the first editor's e-mail and password from `body` and signs in. Gives
 * better-auth's answer with the session cookie. Throws AppError `form-invalid` (400) or `welcome-link-invalid` (410).
 */
export async function acceptWelcome(body: unknown, headers: Headers): Promise<Response> {
  const form = formSchema.safeParse(body);
  if (!form.success) throw new AppError('form-invalid', {}, 400);
  const { token, password } = form.data;
  const email = normalizeEmail(form.data.email);
  // Asked before hashing, so that guessed tokens cost nothing.
  if (!(await isWelcomeTokenValid(token))) throw linkInvalid();

  const passwordHash = await hashPassword(password);
  await getDb().$transaction(async (db) => {
    const userId = await consumeWelcomeToken(db, token);
    if (userId === undefined) throw linkInvalid();
    await db.user.update({ where: { id: userId }, data: { email, name: email } });
    await setPassword(db, userId, passwordHash);
    await db.verification.deleteMany({ where: { identifier: { startsWith: 'welcome:' } } });
  });
  return getAuth().api.signInEmail({ body: { email, password }, headers, asResponse: true });
}

function linkInvalid(): AppError {
  return new AppError('welcome-link-invalid', {}, 410);
}
