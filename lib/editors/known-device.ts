import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export const deviceCookieMaxAge = 365 * 24 * 60 * 60;

/** Name of the cookie that a browser gets when somebody signs in there. */
export function deviceCookieName(secure: boolean): string {
  return secure ? '__Host-finews_device' : 'finews_device';
}

/** A cookie value that says "this account signed in on this device before", `id.signature`. */
export function buildDeviceCookie(secret: string, email: string): string {
  const id = randomBytes(16).toString('base64url');
  return `${id}.${sign(secret, email, id)}`;
}

/** The device's id when the cookie was made for this account, else undefined. */
export function findKnownDevice(secret: string, email: string, cookie: string | null): string | undefined {
  const [id = '', signature = ''] = (cookie ?? '').split('.');
  const wanted = Buffer.from(sign(secret, email, id));
  const given = Buffer.from(signature);
  return id !== '' && given.length === wanted.length && timingSafeEqual(given, wanted) ? id : undefined;
}

function sign(secret: string, email: string, id: string): string {
  return createHmac('sha256', secret).update(`device\n${email}\n${id}`).digest('base64url');
}
