import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { getDb } from '@/lib/db/prisma-client';
import { createApiToken } from '@/lib/editors/api-tokens-store';
import { createEditor } from '@/lib/editors/editor-store';
import { setImportQueue } from '@/lib/importing/import-queue';
import { z } from 'zod';
import { POST } from './route';

const answerSchema = z.object({ id: z.string(), url: z.string() });
let token = '';
let dataDir = '';

beforeAll(async () => {
  vi.stubEnv('AUTH_SECRET', 'x'.repeat(43));
  dataDir = await mkdtemp(path.join(tmpdir(), 'finews-key-'));
  vi.stubEnv('DATA_DIR', dataDir);
  token = await makeToken();
  setImportQueue(() => Promise.resolve()); // nothing is to run here
});

afterAll(async () => {
  setImportQueue(undefined);
  await rm(dataDir, { recursive: true });
});

async function makeToken(): Promise<string> {
  const editor = { name: 'T', email: `${randomUUID()}@example.org`, role: 'editor' as const };
  const id = await createEditor(getDb(), editor);
  return (await createApiToken({ id, ...editor }, { name: 't', scopes: ['import'], days: null })).token;
}

async function send(key: string, as = token) {
  const response = await POST(
    new Request('http://127.0.0.1:3000/api/imports', {
      method: 'POST',
      body: '---\ntitle: 幂等\ndate: 2026-01-02 03:04:05\n---\n<p>正文一段。</p>\n',
      headers: { authorization: `Bearer ${as}`, 'content-type': 'text/markdown', 'idempotency-key': key },
    }),
  );
  const body: unknown = await response.json();
  return { status: response.status, replayed: response.headers.get('idempotency-replayed'), body };
}

it('a repeated request gets the first answer and makes no second import', async () => {
  const first = await send('monday-1');
  const again = await send('monday-1');
  expect(first).toMatchObject({ status: 202, replayed: null });
  expect(again).toEqual({ ...first, replayed: 'true' });
  expect((await send('monday-2')).body).not.toEqual(first.body);
  expect((await send('monday-1', await makeToken())).body).not.toEqual(first.body);
});

it('requests that race make one import and leave one upload at most', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => send('race')));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 202));
  const ids = new Set(answers.map(({ body }) => answerSchema.parse(body).id));
  expect(ids.size).toBe(1);
  expect(answers.filter(({ replayed }) => replayed === null)).toHaveLength(1);
  expect(await getDb().import.count({ where: { requestKey: { endsWith: ':race' } } })).toBe(1);
  const known = await getDb().import.findMany({ select: { id: true } });
  const left = await readdir(path.join(dataDir, 'uploads'));
  expect(left.filter((id) => !known.some((one) => one.id === id))).toEqual([]);
});

it.each([['a'.repeat(201)], ['with space'], ['']])('refuses the key %j', async (key) => {
  expect(await send(key)).toMatchObject({ status: 400, body: { code: 'idempotency-key-invalid' } });
});
