import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { z } from 'zod';
import { isDatabaseUnavailable } from '@/lib/db/is-database-unavailable';
import { forgetAttempts, reserveAttempt } from './attempt-limiter';
import { readClientAddress } from './client-address';
import { buildDeviceCookie, deviceCookieMaxAge, deviceCookieName, findKnownDevice } from './known-device';
import {
  normalizeEmail,
  passwordChangeLimit,
  reserveSignIn,
  settleSignIn,
  type SignInAttempt,
} from './sign-in-limits';

/** What of better-auth's many endpoints the portal offers; every other one does not exist. */
const offeredPaths = new Set(['/sign-in/email', '/sign-out', '/get-session', '/change-password']);

const emailSchema = z.object({ email: z.string() });

type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

interface HookSettings {
  secret: string;
  secureCookies: boolean;
}

/**
 * Runs before each endpoint, after routing: however an address was written (`//`, `%2e`), the limits hold.
 * Throws 404 for endpoints that are not offered and 429 with Retry-After when there were too many wrong tries.
 */
export function buildBeforeHook(settings: HookSettings) {
  return createAuthMiddleware(async (ctx) => {
    if (!offeredPaths.has(ctx.path)) throw new APIError('NOT_FOUND', { code: 'not-found' });
    if (ctx.path === '/sign-in/email') {
      refuseAfter(await reserveSignIn(readAttempt(ctx, settings)).catch(tellUnavailable));
    }
    if (ctx.path === '/change-password') {
      await guardPasswordChange(ctx);
      // A changed password ends every other session, asked for or not.
      return {
        context: { body: { ...z.looseObject({}).safeParse(ctx.body).data, revokeOtherSessions: true } },
      };
    }
    return undefined;
  });
}

/** Runs after each endpoint: a right password settles the limits and makes the device a known one. */
export function buildAfterHook(settings: HookSettings) {
  return createAuthMiddleware(async (ctx) => {
    const signedIn = ctx.context.newSession;
    if (!signedIn) return;
    if (ctx.path === '/change-password') await forgetAttempts(passwordChangeLimit(signedIn.user.id));
    if (ctx.path !== '/sign-in/email') return;
    await settleSignIn(readAttempt(ctx, settings));
    ctx.setCookie(
      deviceCookieName(settings.secureCookies),
      buildDeviceCookie(settings.secret, normalizeEmail(signedIn.user.email)),
      {
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
        secure: settings.secureCookies,
        maxAge: deviceCookieMaxAge,
      },
    );
  });
}

async function guardPasswordChange(ctx: HookContext): Promise<void> {
  const session = await getSessionFromCtx(ctx);
  if (!session) throw new APIError('UNAUTHORIZED', { code: 'not-signed-in' });
  refuseAfter(await reserveAttempt(passwordChangeLimit(session.user.id)));
}

/** better-auth would answer 500; a database that is away comes back. */
function tellUnavailable(error: unknown): never {
  if (!isDatabaseUnavailable(error)) throw error;
  throw new APIError('SERVICE_UNAVAILABLE', { code: 'database-unavailable' }, { 'Retry-After': '10' });
}

function refuseAfter(seconds: number | null): void {
  if (seconds === null) return;
  throw new APIError('TOO_MANY_REQUESTS', { code: 'too-many-attempts' }, { 'Retry-After': String(seconds) });
}

function readAttempt(ctx: HookContext, { secret, secureCookies }: HookSettings): SignInAttempt {
  const parsed = emailSchema.safeParse(ctx.body);
  const email = normalizeEmail(parsed.success ? parsed.data.email : '');
  const cookie = ctx.getCookie(deviceCookieName(secureCookies));
  return {
    email,
    address: readClientAddress(ctx.headers),
    knownDevice: findKnownDevice(secret, email, cookie),
  };
}
