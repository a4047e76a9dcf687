import { randomUUID } from 'node:crypto';
import { getConfig } from '@/lib/config/config';
import { answerErrors } from '@/lib/editors/answer-errors';
import { requireEditor } from '@/lib/editors/require-editor';
import { hasBearerToken } from '@/lib/editors/same-origin';
import { parseQuery } from '@/lib/errors/parse-query';
import { startImportJob } from '@/lib/importing/import-jobs';
import { createImport, listImports } from '@/lib/importing/import-store';
import { buildImportJson } from '@/lib/importing/report-json';
import { receiveUpload } from '@/lib/importing/uploads/receive-upload';
import { removeUpload, UploadStore } from '@/lib/importing/uploads/upload-store';
import { z } from 'zod';

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform((value) => value === '1' || value === 'true');
const uploadQuery = z.object({ dryRun: flag, asDraft: flag });

export async function POST(request: Request): Promise<Response> {
  return answerErrors(request, async () => {
    const editor = await requireEditor(request);
    const { dryRun, asDraft } = parseQuery(request, uploadQuery);
    const origin = hasBearerToken(request.headers) ? 'api' : 'admin';
    const id = randomUUID();
    try {
      await receiveUpload(request, await UploadStore.create(id));
      // Only now: a restart in the middle of an upload must not start half an import.
      await createImport({ dryRun, asDraft, origin, editorId: editor.id }, id);
    } catch (error) {
      await removeUpload(id); // a connection that was cut leaves nothing behind
      throw error;
    }
    startImportJob(id);
    return Response.json({ id, url: `${getConfig().siteUrl}/api/imports/${id}` }, { status: 202 });
  });
}

const listQuery = z.object({ cursor: z.iso.datetime().optional() });
const pageSize = 50;

export async function GET(request: Request): Promise<Response> {
  return answerErrors(request, async () => {
    await requireEditor(request);
    const { cursor } = parseQuery(request, listQuery);
    const imports = await listImports(pageSize + 1, cursor === undefined ? undefined : new Date(cursor));
    const items = imports.slice(0, pageSize);
    const next = imports.length > pageSize ? (items.at(-1)?.createdAt.toISOString() ?? null) : null;
    return Response.json({ items: items.map(buildImportJson), next });
  });
}
