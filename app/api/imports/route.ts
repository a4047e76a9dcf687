import { randomUUID } from 'node:crypto';
import { getConfig } from '@/lib/config/config';
import { answerErrors } from '@/lib/editors/answer-errors';
import { requireEditor } from '@/lib/editors/require-editor';
import { hasBearerToken } from '@/lib/editors/same-origin';
import { hasCode } from '@/lib/errors/has-code';
import { parseQuery } from '@/lib/errors/parse-query';
import { sendImportTask } from '@/lib/importing/import-queue';
import { createImport, listImports } from '@/lib/importing/import-store';
import { parseOptionsText } from '@/lib/importing/parse-import-options';
import { buildImportJson } from '@/lib/importing/report-json';
import { findImportByRequestKey, readRequestKey } from '@/lib/importing/request-key';
import { receiveUpload } from '@/lib/importing/uploads/receive-upload';
import { removeUpload, UploadStore } from '@/lib/importing/uploads/upload-store';
import { z } from 'zod';

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform((value) => value === '1' || value === 'true');
const uploadQuery = z.object({ dryRun: flag, asDraft: flag, options: z.string().max(100_000).optional() });

export async function POST(request: Request): Promise<Response> {
  return answerErrors(request, async () => {
    const editor = await requireEditor(request, 'import');
    const { dryRun, asDraft, options: inQuery } = parseQuery(request, uploadQuery);
    const stated = parseOptionsText(inQuery);
    const requestKey = readRequestKey(request.headers, editor.id);
    const first = await findImportByRequestKey(requestKey);
    if (first !== undefined) {
      // Read to its end: a client that is still sending would take an early answer for a broken connection.
      await request.body?.pipeTo(new WritableStream());
      return accept(first, true);
    }
    const origin = hasBearerToken(request.headers) ? 'api' : 'admin';
    const id = randomUUID();
    try {
      const received = await receiveUpload(request, await UploadStore.create(id));
      const options = parseOptionsText(received.options) ?? stated;
      // Only now: a restart in the middle of an upload must not start half an import.
      const about = { dryRun, asDraft, origin, editorId: editor.id, requestKey } as const;
      await createImport({ ...about, ...(options && { options }) }, id);
    } catch (error) {
      await removeUpload(id); // a connection that was cut leaves nothing behind
      const winner = hasCode(error, 'P2002') ? await findImportByRequestKey(requestKey) : undefined;
      if (winner === undefined) throw error;
      return accept(winner, true);
    }
    await sendImportTask('run', id);
    return accept(id, false);
  });
}

function accept(id: string, isReplay: boolean): Response {
  const headers = isReplay ? { 'Idempotency-Replayed': 'true' } : undefined;
  return Response.json({ id, url: `${getConfig().siteUrl}/api/imports/${id}` }, { status: 202, headers });
}

const listQuery = z.object({ cursor: z.iso.datetime().optional() });
const pageSize = 50;

export async function GET(request: Request): Promise<Response> {
  return answerErrors(request, async () => {
    await requireEditor(request, 'read');
    const { cursor } = parseQuery(request, listQuery);
    const imports = await listImports(pageSize + 1, cursor === undefined ? undefined : new Date(cursor));
    const items = imports.slice(0, pageSize);
    const next = imports.length > pageSize ? (items.at(-1)?.createdAt.toISOString() ?? null) : null;
    return Response.json({ items: items.map(buildImportJson), next });
  });
}
