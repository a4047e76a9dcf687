import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { getDb } from '@/lib/db/prisma-client';
import { createApiToken } from '@/lib/editors/api-tokens-store';
import { createEditor } from '@/lib/editors/editor-store';
import { startTestWorker } from '@/testing/start-test-worker';
import { z } from 'zod';
import { PUT as putChoices } from './[id]/choices/route';
import { GET as getFacets } from './[id]/facets/route';
import { GET as getItem } from './[id]/items/[position]/route';
import { PATCH as patchOptions } from './[id]/options/route';
import { GET as getCsv } from './[id]/report.csv/route';
import { GET as getJson } from './[id]/report.json/route';
import { POST as postRetry } from './[id]/retry/route';
import { GET as getReport } from './[id]/route';
import { GET as getUndo } from './[id]/undo/route';
import { GET as getZone } from './[id]/zone/route';
import { POST as postImport } from './route';

let worker: Awaited<ReturnType<typeof startTestWorker>>;
const tokens = { import: '', read: '' };

beforeAll(async () => {
  vi.stubEnv('AUTH_SECRET', 'x'.repeat(43));
  worker = await startTestWorker();
  const editor = { name: 'T', email: `${randomUUID()}@example.org`, role: 'editor' as const };
  const id = await createEditor(getDb(), editor);
  for (const scope of ['import', 'read'] as const)
    tokens[scope] = (await createApiToken({ id, ...editor }, { name: scope, scopes: [scope], days: null })).token;
}); // prettier-ignore
afterAll(() => worker.stop());

const started = z.object({ id: z.string() });
const params = (id: string) => ({ params: Promise.resolve({ id }) });

function build(path: string, { as = 'read', method = 'GET', body }: { as?: keyof typeof tokens; method?: string; body?: unknown } = {}) {
  const headers = { authorization: `Bearer ${tokens[as]}`, 'accept-language': 'en', ...(body !== undefined && { 'content-type': 'application/json' }) };
  return new Request(`http://127.0.0.1:3000/api/imports${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
} // prettier-ignore

async function read(answer: Promise<Response>) {
  const response = await answer;
  const body: unknown = await response.json();
  return { status: response.status, body };
}

function buildPost(title: string, category = '财经') {
  return `---\ntitle: ${title}\ndate: 2026-03-04 05:06:07\ncategory: ${category}\n---\n<p>正文一段。</p>\n`;
}

/** A preview of three posts and an empty file, as a program sends it. */
async function upload(query: string, options?: string) {
  const form = new FormData();
  if (options !== undefined) form.append('options', options);
  const files = { 'a.md': buildPost('甲'), '=b.md': buildPost('乙'), 'c.md': buildPost('丙', '别的'), 'empty.md': '' };
  for (const [name, text] of Object.entries(files)) form.append('files', new Blob([text]), name);
  const headers = { authorization: `Bearer ${tokens.import}` };
  const request = new Request(`http://127.0.0.1:3000/api/imports${query}`, { method: 'POST', headers, body: form });
  return read(postImport(request));
} // prettier-ignore

async function preview(options?: string): Promise<string> {
  return started.parse((await upload('?dryRun=1', options)).body).id;
}

it('takes options with the upload, as a field or in the address, and refuses wrong ones', async () => {
  const merged = JSON.stringify({ timeZone: 'UTC', categories: { 财经: { name: '要闻' } } });
  const id = await preview(merged);
  const { body } = await read(getReport(build(`/${id}`), params(id)));
  expect(body).toMatchObject({
    status: 'done',
    created: 3,
    rejected: 1,
    skipped: 0,
    options: { timeZone: 'UTC', duplicates: 'update' },
    excluded: 0,
    hasFiles: true,
    ratePerSecond: null,
    secondsLeft: null,
    items: [{ path: 'a.md', format: 'front-matter', charset: null, changedFields: [], excluded: false, category: { name: '要闻' } }, {}, {}, {}],
  });
  const inQuery = await upload(`?dryRun=1&options=${encodeURIComponent('{"duplicates":"skip"}')}`);
  expect(inQuery.status).toBe(202);
  const wrong = await upload('?dryRun=1', '{"timeZone":"Mars"}');
  expect(wrong).toMatchObject({ status: 400, body: { code: 'options-invalid', params: { field: 'timeZone' } } });
}); // prettier-ignore

it('filters, pages and counts', async () => {
  const id = await preview();
  const list = async (query: string) => {
    const { body } = await read(getReport(build(`/${id}?${query}`), params(id)));
    const { items, next, matching } = z.object({ items: z.array(z.object({ path: z.string() })), next: z.int().nullable(), matching: z.int().nullable() }).parse(body);
    return { paths: items.map(({ path }) => path), next, matching };
  };
  expect(await list('limit=2')).toEqual({ paths: ['a.md', '=b.md'], next: 1, matching: null });
  expect(await list('limit=2&cursor=1')).toEqual({ paths: ['c.md', 'empty.md'], next: null, matching: null });
  expect(await list('outcome=rejected')).toMatchObject({ paths: ['empty.md'], matching: 1 });
  expect(await list('warning=empty-file')).toMatchObject({ paths: ['empty.md'] });
  expect(await list(`category=${encodeURIComponent('别的')}`)).toMatchObject({ paths: ['c.md'] });
  expect(await list(`text=${encodeURIComponent('乙')}`)).toMatchObject({ paths: ['=b.md'] });
  expect(await list('text=%25')).toMatchObject({ paths: [], matching: 0 });
  const facets = await read(getFacets(build(`/${id}/facets`), params(id)));
  expect(facets.body).toMatchObject({
    outcomes: [{ name: 'created', count: 3 }, {}, {}, { name: 'rejected', count: 1 }, {}],
    notes: [{ code: 'empty-file', count: 1 }],
    categories: [{ key: '财经', count: 2 }, { key: '别的', count: 1 }],
    formats: [{ name: 'front-matter', count: 3, first: 0 }],
  });
}); // prettier-ignore

it('downloads the whole report as JSON and as CSV that no spreadsheet runs', async () => {
  const id = await preview();
  const json = await getJson(build(`/${id}/report.json`), params(id));
  expect(json.headers.get('content-disposition')).toContain(`import-${id}.json`);
  expect(await json.json()).toMatchObject({ id, total: 4, next: null, items: [{ path: 'a.md' }, {}, {}, { outcome: 'rejected' }] });
  const csv = Buffer.from(await (await getCsv(build(`/${id}/report.csv`), params(id))).arrayBuffer());
  expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = csv.toString().split('\r\n');
  expect(lines).toHaveLength(6);
  expect(lines[2]).toMatch(/^1,'=b\.md,created,乙,/);
}); // prettier-ignore

it('changes settings and choices for those who may import, and nobody else', async () => {
  const id = await preview();
  const choice = { paths: ['a.md'], excluded: true };
  const refused = await read(putChoices(build(`/${id}/choices`, { method: 'PUT', body: choice }), params(id)));
  expect(refused).toMatchObject({ status: 403, body: { code: 'token-scope-missing' } });
  const put = build(`/${id}/choices`, { as: 'import', method: 'PUT', body: choice });
  expect(await read(putChoices(put, params(id)))).toMatchObject({ status: 200, body: { reruns: false, excluded: 1 } });
  const both = build(`/${id}/choices`, { as: 'import', method: 'PUT', body: { ...choice, filter: {} } });
  expect(await read(putChoices(both, params(id)))).toMatchObject({ status: 400, body: { code: 'form-invalid' } });
  const patch = build(`/${id}/options`, { as: 'import', method: 'PATCH', body: { defaultCategory: { name: '无' }, timeZone: 'UTC' } });
  expect(await read(patchOptions(patch, params(id)))).toMatchObject({ status: 202, body: { status: 'done', created: 3 } });
  const item = await read(getItem(build(`/${id}/items/0`), { params: Promise.resolve({ id, position: '0' }) }));
  expect(item.body).toMatchObject({ path: 'a.md', comparison: { article: null }, original: { isWhole: true } });
  const none = await read(getItem(build(`/${id}/items/x`), { params: Promise.resolve({ id, position: 'x' }) }));
  expect(none).toMatchObject({ status: 404, body: { code: 'item-unknown' } });
  const zone = await read(getZone(build(`/${id}/zone?timeZone=Asia/Tokyo`), params(id)));
  expect(zone.body).toMatchObject({ timeZone: 'UTC', sampled: 3, withoutZone: 3 });
  expect((await read(getZone(build(`/${id}/zone?timeZone=Mars`), params(id)))).status).toBe(400);
}); // prettier-ignore

it('tries again what was rejected, mended, and says what an undo would leave', async () => {
  const { id } = started.parse((await upload('')).body);
  const body = { files: [{ path: 'empty.md', text: buildPost('补好') }] };
  const retry = await read(postRetry(build(`/${id}/retry`, { as: 'import', method: 'POST', body }), params(id)));
  expect(retry.status).toBe(202);
  const next = started.parse(retry.body).id;
  const report = await read(getReport(build(`/${next}`), params(next)));
  expect(report.body).toMatchObject({ dryRun: true, parentId: id, created: 1, related: [{ id }] });
  expect(await read(getUndo(build(`/${id}/undo`), params(id)))).toMatchObject({ body: { changedSince: { count: 0, slugs: [] } } });
  expect(await read(getUndo(build(`/${next}/undo`), params(next)))).toMatchObject({ status: 409 });
}); // prettier-ignore

it('answers 404 for an import that nobody knows', async () => {
  for (const [handler, path] of [[getReport, ''], [getFacets, '/facets'], [getCsv, '/report.csv'], [getUndo, '/undo'], [getZone, '/zone']] as const)
    expect(await read(handler(build(`/none${path}`), params('none')))).toMatchObject({ status: 404, body: { code: 'import-unknown' } });
}); // prettier-ignore
