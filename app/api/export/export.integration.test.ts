import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it, vi } from 'vitest';
import { saveArticles } from '@/lib/articles/save-articles';
import { getDb } from '@/lib/db/prisma-client';
import { createApiToken } from '@/lib/editors/api-tokens-store';
import { createEditor, setPassword } from '@/lib/editors/editor-store';
import { handleAuthRequest } from '@/lib/editors/handle-auth-request';
import { hashPassword } from '@/lib/editors/hash-password';
import { buildArticleInputs } from '@/testing/build-article-input';
import { GET } from './route';

const password = 'correct horse battery';

beforeAll(async () => {
  vi.stubEnv('AUTH_SECRET', 'x'.repeat(43));
  await saveArticles(buildArticleInputs(3), {});
});

function ask(headers: Record<string, string> = {}): Promise<Response> {
  return GET(new Request('http://127.0.0.1:3000/api/export', { headers }));
}

async function makeEditor(role: 'admin' | 'editor') {
  const editor = { name: 'A', email: `${randomUUID()}@example.org`, role };
  const id = await createEditor(getDb(), editor);
  await setPassword(getDb(), id, await hashPassword(password));
  return { id, ...editor };
}

/** A session's token, as a program uses it. */
async function signIn(role: 'admin' | 'editor', address: string): Promise<string> {
  const { email } = await makeEditor(role);
  const response = await handleAuthRequest(
    new Request('http://127.0.0.1:3000/api/auth/sign-in/email', {
      method: 'POST',
      body: JSON.stringify({ email, password }),
      headers: { 'content-type': 'application/json', 'x-finews-client-ip': address },
    }),
  );
  return response.headers.get('set-auth-token') ?? '';
}

it('gives nothing to a visitor', async () => {
  const response = await ask();
  expect(response.status).toBe(401);
  expect(response.headers.get('content-type')).toContain('json');
});

it('gives nothing to an editor who is no admin', async () => {
  const token = await signIn('editor', '198.51.100.1');
  expect((await ask({ authorization: `Bearer ${token}` })).status).toBe(403);
});

it('gives nothing to an API token, not even to that of an admin', async () => {
  const editor = await makeEditor('admin');
  const { token } = await createApiToken(editor, { name: 't', scopes: ['import', 'read'], days: null });
  expect((await ask({ authorization: `Bearer ${token}` })).status).toBe(403);
});

it('gives an admin the zip, named by its day', async () => {
  const token = await signIn('admin', '198.51.100.2');
  const response = await ask({ authorization: `Bearer ${token}` });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toMatch(/finews-export-\d{4}-\d\d-\d\d\.zip/);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  expect(bytes.includes('_posts/2026-11-01-NW202611000000000000.md')).toBe(true);
});

it('ends when whoever downloads goes away', async () => {
  const token = await signIn('admin', '198.51.100.3');
  const { body } = await ask({ authorization: `Bearer ${token}` });
  const reader = body?.getReader();
  expect((await reader?.read())?.done).toBe(false);
  await reader?.cancel();
  expect((await reader?.read())?.done).toBe(true);
});
