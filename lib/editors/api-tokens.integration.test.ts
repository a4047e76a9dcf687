import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { getDb } from '@/lib/db/prisma-client';
import { createApiToken, listApiTokens, revokeApiToken } from './api-tokens-store';
import type { TokenScope } from './api-tokens';
import type { Editor } from './editor';
import { createEditor } from './editor-store';
import { handleAuthRequest } from './handle-auth-request';
import { requireAdmin, requireEditor } from './require-editor';

const origin = 'http://127.0.0.1:3000';

async function makeEditor(role: Editor['role'] = 'editor'): Promise<Editor> {
  const email = `${randomUUID()}@example.org`;
  return { id: await createEditor(getDb(), { name: 'Test', email, role }), name: 'Test', email, role };
}

async function makeToken(editor: Editor, scopes: TokenScope[] = ['read', 'import']) {
  return createApiToken(editor, { name: 'ci', scopes, days: 90 });
}

function ask(token: string, scope?: TokenScope, address = '203.0.113.7') {
  const headers = { authorization: `Bearer ${token}`, 'x-finews-client-ip': address };
  return requireEditor(new Request(`${origin}/api/imports`, { method: 'POST', headers }), scope);
}

async function setTimes(id: string, column: 'expires_at' | 'last_used_at', seconds: number) {
  await getDb().$executeRawUnsafe(
    `UPDATE api_tokens SET ${column} = now() + make_interval(secs => ${seconds}) WHERE id = '${id}'`,
  );
}

describe('scopes', () => {
  it.each<[TokenScope[], TokenScope | undefined, string | null]>([
    [['read'], 'read', null],
    [['import'], 'import', null],
    [['read', 'import'], 'import', null],
    [['read'], 'import', 'token-scope-missing'],
    [['import'], 'read', 'token-scope-missing'],
    [['read', 'import'], undefined, 'token-not-allowed'],
  ])('a token for %j, asked for %s: %s', async (scopes, scope, code) => {
    const editor = await makeEditor();
    const { token } = await makeToken(editor, scopes);
    if (code === null) await expect(ask(token, scope)).resolves.toEqual(editor);
    else await expect(ask(token, scope)).rejects.toMatchObject({ code, status: 403 });
  });

  it('never makes an administrator, nor opens the sign-in endpoints', async () => {
    const { token } = await makeToken(await makeEditor('admin'));
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    await expect(requireAdmin(new Headers(headers))).rejects.toMatchObject({ code: 'token-not-allowed' });
    const change = new Request(`${origin}/api/auth/change-password`, { method: 'POST', headers, body: '{}' });
    const answer = await handleAuthRequest(change);
    expect([answer.status, await answer.json()]).toEqual([403, { code: 'token-not-allowed' }]);
    const session = await handleAuthRequest(new Request(`${origin}/api/auth/get-session`, { headers }));
    expect(await session.json()).toBeNull();
  });

  it('a wrong token is refused even beside a cookie', async () => {
    await expect(ask(`finews_${'x'.repeat(43)}`, 'read')).rejects.toMatchObject({
      code: 'not-signed-in',
      status: 401,
    });
  });
});

describe('end of a token', () => {
  it('comes when the database says so', async () => {
    const { id, token } = await makeToken(await makeEditor());
    await setTimes(id, 'expires_at', 60);
    await expect(ask(token, 'read')).resolves.toBeDefined();
    await setTimes(id, 'expires_at', 0);
    await expect(ask(token, 'read')).rejects.toMatchObject({ code: 'token-expired', status: 401 });
  });

  it('comes with revocation, which only its own editor can do', async () => {
    const editor = await makeEditor();
    const { id, token } = await makeToken(editor);
    expect(await revokeApiToken(await makeEditor(), id)).toBe(false);
    await expect(ask(token, 'read')).resolves.toBeDefined();
    expect(await revokeApiToken(editor, id)).toBe(true);
    expect(await revokeApiToken(editor, id)).toBe(false);
    await expect(ask(token, 'read')).rejects.toMatchObject({ code: 'token-revoked', status: 401 });
  });

  it('comes with its editor’s', async () => {
    const editor = await makeEditor();
    const { token } = await makeToken(editor);
    await getDb().user.update({ where: { id: editor.id }, data: { disabledAt: new Date() } });
    await expect(ask(token, 'read')).rejects.toMatchObject({ code: 'not-signed-in', status: 401 });
  });
});

describe('the list', () => {
  it('shows an editor’s own tokens with their state, and no secret', async () => {
    const editor = await makeEditor();
    await makeToken(await makeEditor());
    const [kept, expired, revoked] = [
      await createApiToken(editor, { name: 'a', scopes: ['read'], days: null }),
      await makeToken(editor),
      await makeToken(editor),
    ];
    await setTimes(expired.id, 'expires_at', -1);
    await revokeApiToken(editor, revoked.id);
    const tokens = await listApiTokens(editor);
    const states = Object.fromEntries(tokens.map(({ id, state }) => [id, state]));
    expect(states).toEqual({ [kept.id]: 'active', [expired.id]: 'expired', [revoked.id]: 'revoked' });
    expect(tokens.find(({ id }) => id === kept.id)).toMatchObject({
      name: 'a',
      expiresAt: null,
      prefix: kept.token.slice(0, 12),
    });
    const stored = JSON.stringify([tokens, await getDb().apiToken.findMany()]);
    expect([kept, expired, revoked].some(({ token }) => stored.includes(token))).toBe(false);
  });

  it('notes the last use at most once a minute', async () => {
    const editor = await makeEditor();
    const { id, token } = await makeToken(editor);
    const look = async () => (await listApiTokens(editor))[0];
    expect(await look()).toMatchObject({ lastUsedAt: null, lastUsedIp: null });
    await ask(token, 'read', '203.0.113.7');
    const first = await look();
    expect(first?.lastUsedIp).toBe('203.0.113.7');
    await ask(token, 'read', '203.0.113.8');
    expect(await look()).toEqual(first);
    await setTimes(id, 'last_used_at', -61);
    await ask(token, 'read', '203.0.113.8');
    expect((await look())?.lastUsedIp).toBe('203.0.113.8');
  });
});
