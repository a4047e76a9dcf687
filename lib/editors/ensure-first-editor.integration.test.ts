import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { getDb } from '@/lib/db/prisma-client';
import { acceptWelcome } from './accept-welcome';
import { ensureFirstEditor } from './ensure-first-editor';
import { handleAuthRequest } from './handle-auth-request';

const siteUrl = 'http://127.0.0.1:3000';
const nobody = { adminEmail: null, adminPassword: null, siteUrl };
const fromSettings = { adminEmail: 'Chief@example.org', adminPassword: 'first secret', siteUrl };

beforeAll(() => {
  vi.stubEnv('AUTH_SECRET', 'x'.repeat(43));
});

beforeEach(async () => {
  await getDb().$executeRaw`TRUNCATE users, settings, verifications, rate_limits CASCADE`;
});

async function signIn(email: string, password: string): Promise<number> {
  const request = new Request(`${siteUrl}/api/auth/sign-in/email`, {
    method: 'POST',
    body: JSON.stringify({ email, password }),
    headers: { 'content-type': 'application/json' },
  });
  return (await handleAuthRequest(request)).status;
}

function tokenOf(signInUrl: string | null): string {
  return new URL(signInUrl ?? '').searchParams.get('token') ?? '';
}

function welcome(token: string, password = 'a password of my own'): Promise<Response> {
  return acceptWelcome({ token, email: 'Me@example.org ', password }, new Headers());
}

describe('the first editor from settings', () => {
  it('can sign in, with the role admin and without a printed link', async () => {
    expect(await ensureFirstEditor(fromSettings)).toEqual({ signInUrl: null });
    expect(await signIn('chief@example.org', 'first secret')).toBe(200);
    expect(await getDb().user.findMany({ select: { email: true, role: true } })).toEqual([
      { email: 'chief@example.org', role: 'admin' },
    ]);
  });

  it('is made once by two instances that start together', async () => {
    await Promise.all([ensureFirstEditor(fromSettings), ensureFirstEditor(fromSettings)]);
    expect(await getDb().user.count()).toBe(1);
    expect(await getDb().account.count()).toBe(1);
  });

  it('gets a changed ADMIN_PASSWORD at the next start, which ends all sessions', async () => {
    await ensureFirstEditor(fromSettings);
    expect(await signIn('chief@example.org', 'first secret')).toBe(200);
    await ensureFirstEditor({ ...fromSettings, adminPassword: 'second secret' });
    expect(await getDb().session.count()).toBe(0);
    expect(await signIn('chief@example.org', 'first secret')).toBe(401);
    expect(await signIn('chief@example.org', 'second secret')).toBe(200);
  });

  it('keeps a password that was changed on the page while the setting stays', async () => {
    await ensureFirstEditor(fromSettings);
    const before = await getDb().account.findFirstOrThrow();
    await getDb().account.updateMany({ data: { password: 'changed on the page' } });
    await ensureFirstEditor(fromSettings);
    const after = await getDb().account.findFirstOrThrow();
    expect([after.id, after.password]).toEqual([before.id, 'changed on the page']);
  });

  it('leaves an account alone that was not made from settings', async () => {
    const { signInUrl } = await ensureFirstEditor(nobody);
    await welcome(tokenOf(signInUrl));
    await ensureFirstEditor({ ...fromSettings, adminEmail: 'me@example.org' });
    expect(await signIn('me@example.org', 'first secret')).toBe(401);
    expect(await signIn('me@example.org', 'a password of my own')).toBe(200);
  });
});

describe('the first editor by a one-time link', () => {
  it('sets e-mail and password and is signed in', async () => {
    const { signInUrl } = await ensureFirstEditor(nobody);
    expect(signInUrl).toMatch(/^http:\/\/127\.0\.0\.1:3000\/admin\/welcome\?token=[\w-]{43}$/);
    const response = await welcome(tokenOf(signInUrl));
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie().join()).toContain('finews_session=');
    expect(await signIn('me@example.org', 'a password of my own')).toBe(200);
  });

  it('is stored as a hash only', async () => {
    const { signInUrl } = await ensureFirstEditor(nobody);
    const stored = JSON.stringify(await getDb().verification.findMany());
    expect(stored).toContain('welcome:');
    expect(stored).not.toContain(tokenOf(signInUrl));
  });

  it('works once, even for two at the same moment', async () => {
    const { signInUrl } = await ensureFirstEditor(nobody);
    const results = await Promise.allSettled([welcome(tokenOf(signInUrl)), welcome(tokenOf(signInUrl))]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(welcome(tokenOf(signInUrl))).rejects.toMatchObject({
      code: 'welcome-link-invalid',
      status: 410,
    });
  });

  it('is used up neither by a password that is too short nor by looking', async () => {
    const { signInUrl } = await ensureFirstEditor(nobody);
    await expect(welcome(tokenOf(signInUrl), 'short')).rejects.toMatchObject({
      code: 'form-invalid',
      status: 400,
    });
    expect((await welcome(tokenOf(signInUrl))).status).toBe(200);
  });

  it('is refused when it is wrong or a day old', async () => {
    const { signInUrl } = await ensureFirstEditor(nobody);
    await expect(welcome('A'.repeat(43))).rejects.toMatchObject({ status: 410 });
    await getDb().verification.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    await expect(welcome(tokenOf(signInUrl))).rejects.toMatchObject({ status: 410 });
  });

  it('is printed anew at each start until somebody has set a password', async () => {
    const first = await ensureFirstEditor(nobody);
    const second = await ensureFirstEditor(nobody);
    expect(tokenOf(second.signInUrl)).not.toBe(tokenOf(first.signInUrl));
    expect(await getDb().user.count()).toBe(1);
    await welcome(tokenOf(second.signInUrl));
    expect(await ensureFirstEditor(nobody)).toEqual({ signInUrl: null });
    await expect(welcome(tokenOf(first.signInUrl))).rejects.toMatchObject({ status: 410 });
  });
});
