import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError } from 'better-auth/api';
import { bearer } from 'better-auth/plugins';
import { getAuthSecret } from '@/lib/config/auth-secret';
import { getConfig, type Config } from '@/lib/config/config';
import { getLogger } from '@/lib/config/logger';
import { getDb } from '@/lib/db/prisma-client';
import { clientAddressHeader } from './client-address';
import { hashPassword, verifyPassword } from './hash-password';
import { listOwnOrigins } from './same-origin';
import { buildAfterHook, buildBeforeHook } from './sign-in-hooks';

const day = 24 * 60 * 60;

/** Fewest and most characters of a password that an editor chooses. */
export const passwordLength = { min: 10, max: 256 };

export type Auth = ReturnType<typeof buildAuth>;

let auth: Auth | undefined;

/** The sign-in machinery over the portal's database, set up at the first call. */
export function getAuth(): Auth {
  return (auth ??= buildAuth(getConfig()));
}

function buildAuth(config: Config) {
  const secret = getAuthSecret(config);
  const secureCookies = config.siteUrl.startsWith('https:');
  const hookSettings = { secret, secureCookies };
  return betterAuth({
    baseURL: config.siteUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins: listOwnOrigins(config),
    database: prismaAdapter(getDb(), { provider: 'postgresql', transaction: true }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: {
      additionalFields: {
        role: { type: 'string', input: false, defaultValue: 'editor' },
        disabledAt: { type: 'date', input: false, required: false },
      },
    },
    // Rolling: a session that is used lives on; its end moves at most once a day.
    session: { expiresIn: 30 * day, updateAge: day },
    // Limits of our own (sign-in-limits.ts): per account as well as per address, and counted before the outcome.
    rateLimit: { enabled: false },
    hooks: { before: buildBeforeHook(hookSettings), after: buildAfterHook(hookSettings) },
    databaseHooks: { session: { create: { before: refuseDisabledEditor } } },
    plugins: [bearer()],
    advanced: {
      // The prefix __Host- is part of the name below; better-auth's own switch would add __Secure- to it.
      useSecureCookies: false,
      cookies: { session_token: { name: secureCookies ? '__Host-finews_session' : 'finews_session' } },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: secureCookies },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    telemetry: { enabled: false },
    logger: { log: logFailure },
  });
}

/** Answers like a wrong password: a stranger learns nothing about the account. */
async function refuseDisabledEditor(session: { userId: string }): Promise<void> {
  const user = await getDb().user.findUnique({ where: { id: session.userId }, select: { disabledAt: true } });
  if (user?.disabledAt) throw new APIError('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD' });
}

/** Wrong passwords are everyday; only what is broken goes to the log. */
function logFailure(level: string, message: string, ...details: unknown[]): void {
  if (level === 'error') getLogger().error({ details }, message);
}
