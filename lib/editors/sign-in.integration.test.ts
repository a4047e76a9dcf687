import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { getDb } from '@/lib/db/prisma-client';
import { createEditor, setPassword } from './editor-store';
import { handleAuthRequest } from './handle-auth-request';
import { hashPassword } from './hash-password';
import { requireEditor } from './require-editor';
import { listSessions, revokeSession } from './session-store';

const origin = 'http://127.0.0.1:3000';
const password = 'correct horse battery';
let passwordHash = '';
let lastOctet = 0;

beforeAll(async () => {
  vi.stubEnv('AUTH_SECRET', 'x'.repeat(43));
  passwordHash = await hashPassword(password);
});

/** An editor of the test's own. */
async function makeEditor(): Promise<{ id: string; email: string }> {
  const email = `${randomUUID()}@example.org`;
  const id = await getDb().$transaction(async (db) => {
    const userId = await createEditor(db, { name: 'Test', email, role: 'editor' });
    await setPassword(db, userId, passwordHash);
    return userId;
  });
  return { id, email };
}

/** An address that no other test signs in from. */
function nextAddress(): string {
  lastOctet += 1;
  return `198.51.100.${String(lastOctet)}`;
}

interface Post {
  path?: string;
  body: unknown;
  address?: string;
  headers?: Record<string, string>;
}

function post({
  path = '/sign-in/email',
  body,
  address = '198.51.100.250',
  headers = {},
}: Post): Promise<Response> {
  return handleAuthRequest(
    new Request(`${origin}/api/auth${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'x-finews-client-ip': address, ...headers },
    }),
  );
}

/** Cookies of an answer, as a browser would send them back. */
function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function signIn(email: string): Promise<{ cookie: string; token: string }> {
  const response = await post({ body: { email, password }, address: nextAddress() });
  expect(response.status).toBe(200);
  return { cookie: cookiesOf(response), token: response.headers.get('set-auth-token') ?? '' };
}

function count(statuses: number[], status: number): number {
  return statuses.filter((each) => each === status).length;
}

describe('signing in', () => {
  it('sets a cookie that scripts cannot read and other sites cannot send along', async () => {
    const { email } = await makeEditor();
    const response = await post({ body: { email, password }, address: nextAddress() });
    const session = response.headers.getSetCookie().find((cookie) => cookie.startsWith('finews_session='));
    expect(session).toMatch(/HttpOnly/i);
    expect(session).toMatch(/SameSite=Lax/i);
    expect(session).toMatch(/Path=\//i);
    expect(session).toMatch(/Max-Age=2592000/i);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('gives a session that requireEditor accepts, by cookie and by bearer token', async () => {
    const { id, email } = await makeEditor();
    const { cookie, token } = await signIn(email);
    const url = `${origin}/api/imports`;
    const byCookie = await requireEditor(new Request(url, { headers: { cookie } }));
    const byToken = await requireEditor(
      new Request(url, { method: 'POST', headers: { authorization: `Bearer ${token}` } }),
    );
    expect(byCookie).toMatchObject({ id, email, role: 'editor' });
    expect(byToken).toMatchObject({ id });
  });

  it('accepts the plain session token of the answer’s body as bearer token', async () => {
    const { id, email } = await makeEditor();
    const response = await post({ body: { email, password }, address: nextAddress() });
    const { token } = z.object({ token: z.string() }).parse(await response.json());
    const headers = { authorization: `Bearer ${token}` };
    await expect(requireEditor(new Request(origin, { method: 'POST', headers }))).resolves.toMatchObject({
      id,
    });
  });

  it('answers the same to a wrong password, an unknown and a disabled account', async () => {
    const known = await makeEditor();
    const disabled = await makeEditor();
    await getDb().user.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } });
    const answers = await Promise.all(
      [
        { email: known.email, password: 'wrong password' },
        { email: 'nobody@example.org', password: 'wrong password' },
        { email: disabled.email, password },
      ].map(async (body) => {
        const response = await post({ body, address: nextAddress() });
        const { code } = z.object({ code: z.string() }).parse(await response.json());
        return { status: response.status, code, cookies: response.headers.getSetCookie().length };
      }),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ status: 401, code: 'INVALID_EMAIL_OR_PASSWORD', cookies: 0 })]),
    );
  });

  it('offers no endpoint but the four that the portal needs', async () => {
    const { email } = await makeEditor();
    const { cookie } = await signIn(email);
    for (const path of [
      '/sign-up/email',
      '/update-user',
      '/list-sessions',
      '/delete-user',
      '/verify-password',
      '/reset-password',
      '/change-email',
    ]) {
      const body = {
        email,
        password,
        name: 'x',
        newEmail: 'a@example.org',
        newPassword: password,
        token: 'x',
      };
      const response = await post({ path, body, headers: { cookie, origin } });
      expect(response.status, path).toBe(404);
    }
  });

  it('never accepts a planted session cookie', async () => {
    const { id, email } = await makeEditor();
    await signIn(email);
    const { token } = await getDb().session.findFirstOrThrow({ where: { userId: id } });
    for (const value of [token, `${token}.AAAA`, 'x', `${token}.${'A'.repeat(43)}%3D`]) {
      const request = new Request(origin, { headers: { cookie: `finews_session=${value}` } });
      await expect(requireEditor(request)).rejects.toMatchObject({ code: 'not-signed-in', status: 401 });
    }
  });
});

describe('limits of signing in', () => {
  it('lets 5 of 50 wrong tries at one account through that come at once from forged addresses', async () => {
    const { email } = await makeEditor();
    const responses = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        post({
          path: index % 2 === 0 ? '/sign-in/email' : '//sign-in/email',
          body: { email: index % 3 === 0 ? email.toUpperCase() : email, password: `wrong ${String(index)}` },
          // The front door's header tells 10 addresses; what a visitor forges is not looked at.
          address: `203.0.113.${String(index % 10)}`,
          headers: { 'x-forwarded-for': `10.0.0.${String(index)}`, 'x-real-ip': `10.0.1.${String(index)}` },
        }),
      ),
    );
    const statuses = responses.map(({ status }) => status);
    expect(count(statuses, 401)).toBe(5);
    expect(statuses.every((status) => [401, 404, 429].includes(status))).toBe(true);
    const refused = responses.find(({ status }) => status === 429);
    const wait = Number(refused?.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(3500);
    expect(wait).toBeLessThanOrEqual(3600);
    const right = await post({ body: { email, password }, address: nextAddress() });
    expect(right.status).toBe(429);
  });

  it('lets 20 of 50 wrong tries from one address through, whatever the account and the forged header', async () => {
    const address = nextAddress();
    const responses = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        post({
          body: { email: `guess-${String(index)}@example.org`, password: 'wrong password' },
          address,
          headers: { 'x-forwarded-for': `192.0.2.${String(index)}` },
        }),
      ),
    );
    const statuses = responses.map(({ status }) => status);
    expect([count(statuses, 401), count(statuses, 429)]).toEqual([20, 30]);
  }, 20_000);

  it('counts the addresses of one IPv6 network as one', async () => {
    const responses = await Promise.all(
      Array.from({ length: 25 }, (_, index) =>
        post({
          body: { email: `six-${String(index)}@example.org`, password: 'wrong password' },
          address: `2001:db8:1:2::${(index + 1).toString(16)}`,
        }),
      ),
    );
    expect(
      count(
        responses.map(({ status }) => status),
        401,
      ),
    ).toBe(20);
  }, 20_000);

  it('shares the limit with another instance', async () => {
    const { email } = await makeEditor();
    vi.resetModules();
    const other = await import('./handle-auth-request');
    expect(other.handleAuthRequest).not.toBe(handleAuthRequest);
    const statuses: number[] = [];
    for (let index = 0; index < 8; index += 1) {
      const request = new Request(`${origin}/api/auth/sign-in/email`, {
        method: 'POST',
        body: JSON.stringify({ email, password: 'wrong password' }),
        headers: { 'content-type': 'application/json', 'x-finews-client-ip': nextAddress() },
      });
      const answer = index % 2 === 0 ? handleAuthRequest(request) : other.handleAuthRequest(request);
      statuses.push((await answer).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
  });

  it('lets an editor in on a device they know while strangers have used the tries up', async () => {
    const { email } = await makeEditor();
    const { cookie } = await signIn(email);
    for (let index = 0; index < 6; index += 1) {
      await post({ body: { email, password: 'wrong password' }, address: nextAddress() });
    }
    const stranger = await post({ body: { email, password }, address: nextAddress() });
    const device = cookie.split('; ').find((each) => each.startsWith('finews_device=')) ?? '';
    const headers = { cookie: device, origin };
    const own = await post({ body: { email, password }, address: nextAddress(), headers });
    expect([stranger.status, own.status]).toEqual([429, 200]);
  });

  it('does not take the device of one account for that of another', async () => {
    const [mine, theirs] = [await makeEditor(), await makeEditor()];
    const { cookie } = await signIn(mine.email);
    const statuses: number[] = [];
    for (let index = 0; index < 7; index += 1) {
      const body = { email: theirs.email, password: 'wrong password' };
      statuses.push((await post({ body, address: nextAddress(), headers: { cookie, origin } })).status);
      await post({ body, address: nextAddress() });
    }
    expect(count(statuses, 401)).toBeLessThanOrEqual(3);
  });

  it('forgets wrong tries after a right one', async () => {
    const { email } = await makeEditor();
    const address = nextAddress();
    const statuses: number[] = [];
    for (const tried of ['a', 'b', 'c', 'd', password, 'e', 'f', 'g', 'h', password]) {
      statuses.push((await post({ body: { email, password: tried }, address })).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 200, 401, 401, 401, 401, 200]);
  });

  it('opens again an hour after the last try that was let through', async () => {
    const { email } = await makeEditor();
    for (let index = 0; index < 6; index += 1)
      await post({ body: { email, password: 'wrong' }, address: nextAddress() });
    expect((await post({ body: { email, password }, address: nextAddress() })).status).toBe(429);
    await getDb()
      .$executeRaw`UPDATE rate_limits SET last_request = last_request - 3600000 WHERE key LIKE 'sign-in:account:%'`;
    expect((await post({ body: { email, password }, address: nextAddress() })).status).toBe(200);
  });
});

describe('requests from elsewhere', () => {
  const foreign = [
    ['another origin', { origin: 'https://evil.example' }],
    ['origin null', { origin: 'null' }],
    ['the same host at another port', { origin: 'http://127.0.0.1:3001' }],
    ['cross-site metadata', { 'sec-fetch-site': 'cross-site' }],
    ['same-site metadata', { 'sec-fetch-site': 'same-site' }],
  ] as const;

  it.each(foreign)('refuses to sign in for %s', async (_, headers) => {
    const { id, email } = await makeEditor();
    const response = await post({ body: { email, password }, address: nextAddress(), headers });
    expect(response.status).toBe(403);
    expect(await getDb().session.count({ where: { userId: id } })).toBe(0);
  });

  it.each([...foreign, ['a foreign referrer', { referer: 'https://evil.example/' }]] as const)(
    'changes nothing for a cookie with %s',
    async (_, headers) => {
      const { id, email } = await makeEditor();
      const { cookie } = await signIn(email);
      const request = new Request(`${origin}/api/imports`, {
        method: 'POST',
        headers: { cookie, ...headers },
      });
      await expect(requireEditor(request)).rejects.toMatchObject({ code: 'foreign-origin', status: 403 });
      const signOut = await post({ path: '/sign-out', body: {}, headers: { cookie, ...headers } });
      expect(signOut.status).toBe(403);
      expect(await getDb().session.count({ where: { userId: id } })).toBe(1);
    },
  );

  it('lets a program that holds the cookie itself pass without an origin', async () => {
    const { id, email } = await makeEditor();
    const { cookie } = await signIn(email);
    const request = new Request(`${origin}/api/imports`, { method: 'POST', headers: { cookie } });
    await expect(requireEditor(request)).resolves.toMatchObject({ id });
  });

  it('refuses forms and plain text', async () => {
    const { email } = await makeEditor();
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonp',
    ]) {
      const response = await post({ body: { email, password }, headers: { 'content-type': type, origin } });
      expect(response.status, type).toBe(415);
    }
  });

  it('signs out for the portal’s own page', async () => {
    const { id, email } = await makeEditor();
    const { cookie } = await signIn(email);
    const response = await post({ path: '/sign-out', body: {}, headers: { cookie, origin } });
    expect(response.status).toBe(200);
    expect(await getDb().session.count({ where: { userId: id } })).toBe(0);
  });

  it('does not fall back on a cookie when a bearer token is wrong', async () => {
    const { email } = await makeEditor();
    const { cookie } = await signIn(email);
    const headers = { cookie, authorization: 'Bearer wrong' };
    await expect(requireEditor(new Request(origin, { method: 'POST', headers }))).rejects.toMatchObject({
      status: 401,
    });
  });
});

describe('sessions', () => {
  it('are listed without tokens and end at once when revoked, own ones only', async () => {
    const [mine, theirs] = [await makeEditor(), await makeEditor()];
    const [first, second] = [await signIn(mine.email), await signIn(mine.email)];
    const editor = await requireEditor(new Request(origin, { headers: { cookie: first.cookie } }));
    const stranger = await requireEditor(
      new Request(origin, { headers: { cookie: (await signIn(theirs.email)).cookie } }),
    );
    const sessions = await listSessions(editor);
    expect(sessions).toHaveLength(2);
    expect(JSON.stringify(sessions)).not.toContain('token');
    const newest = sessions[0]?.id ?? '';
    expect(await revokeSession(stranger, newest)).toBe(false);
    expect(await revokeSession(editor, newest)).toBe(true);
    await expect(
      requireEditor(new Request(origin, { headers: { cookie: second.cookie } })),
    ).rejects.toMatchObject({ status: 401 });
    await expect(
      requireEditor(new Request(origin, { headers: { cookie: first.cookie } })),
    ).resolves.toBeTruthy();
  });

  it('of a disabled editor count no more', async () => {
    const { id, email } = await makeEditor();
    const { cookie } = await signIn(email);
    await getDb().user.update({ where: { id }, data: { disabledAt: new Date() } });
    await expect(requireEditor(new Request(origin, { headers: { cookie } }))).rejects.toMatchObject({
      status: 401,
    });
  });

  it('that ended count no more', async () => {
    const { id, email } = await makeEditor();
    const { cookie } = await signIn(email);
    await getDb().session.updateMany({
      where: { userId: id },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    await expect(requireEditor(new Request(origin, { headers: { cookie } }))).rejects.toMatchObject({
      status: 401,
    });
  });

  it('all end with a changed password, but for a new one in place of the one in use', async () => {
    const { email } = await makeEditor();
    const [here, elsewhere] = [await signIn(email), await signIn(email)];
    const body = { currentPassword: password, newPassword: 'another long password' };
    const response = await post({ path: '/change-password', body, headers: { cookie: here.cookie, origin } });
    expect(response.status).toBe(200);
    for (const cookie of [here.cookie, elsewhere.cookie]) {
      await expect(requireEditor(new Request(origin, { headers: { cookie } }))).rejects.toMatchObject({
        status: 401,
      });
    }
    await expect(
      requireEditor(new Request(origin, { headers: { cookie: cookiesOf(response) } })),
    ).resolves.toMatchObject({ email });
    expect((await post({ body: { email, password }, address: nextAddress() })).status).toBe(401);
  });

  it('cannot be used to guess the password', async () => {
    const { email } = await makeEditor();
    const { cookie } = await signIn(email);
    const statuses: number[] = [];
    for (let index = 0; index < 7; index += 1) {
      const body = { currentPassword: `guess ${String(index)}`, newPassword: 'another long password' };
      statuses.push((await post({ path: '/change-password', body, headers: { cookie, origin } })).status);
    }
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429, 429]);
  });
});
