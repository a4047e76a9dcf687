import { createHash } from 'node:crypto';
import { forgetAttempts, refundAttempt, reserveAttempt, type AttemptLimit } from './attempt-limiter';

/** Who tries to sign in: what the request says, before anything of it is believed. */
export interface SignInAttempt {
  /** As typed. */
  email: string;
  /** From `readClientAddress`. */
  address: string;
  /** Id of the device, when the account signed in there before. */
  knownDevice: string | undefined;
}

/** Email addresses are compared without case and surrounding space. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}

/**
 * Reserves a try in every limit that applies: 20 per address, and 5 per account. On a device where the account has
 * signed in before, 5 of its own count instead, so that strangers cannot lock an editor out.
 * Gives the seconds to wait, or null when it may be tried.
 */
export async function reserveSignIn(attempt: SignInAttempt): Promise<number | null> {
  const reserved: AttemptLimit[] = [];
  for (const limit of listLimits(attempt)) {
    const wait = await reserveAttempt(limit);
    if (wait !== null) {
      await Promise.all(reserved.map(refundAttempt));
      return wait;
    }
    reserved.push(limit);
  }
  return null;
}

/** After a right password: the account's wrong tries are forgotten, the address gets this one back. */
export async function settleSignIn(attempt: SignInAttempt): Promise<void> {
  const [own, address] = listLimits(attempt).toReversed();
  if (own) await forgetAttempts(own);
  if (address) await refundAttempt(address);
}

/** Tries to guess the password of somebody who left the portal open: 5 per account. */
export function passwordChangeLimit(userId: string): AttemptLimit {
  return { key: `password:${userId}`, max: 5 };
}

function listLimits({ email, address, knownDevice }: SignInAttempt): AttemptLimit[] {
  if (knownDevice !== undefined) return [{ key: `sign-in:device:${knownDevice}`, max: 5 }];
  // Hashed: what people type into the e-mail field is now and then a password.
  const account = createHash('sha256').update(normalizeEmail(email)).digest('base64url');
  return [
    { key: `sign-in:address:${address}`, max: 20 },
    { key: `sign-in:account:${account}`, max: 5 },
  ];
}
