import { getConfig } from '@/lib/config/config';
import { answerErrors } from '@/lib/editors/answer-errors';
import { requireEditor } from '@/lib/editors/require-editor';
import { parseQuery } from '@/lib/errors/parse-query';
import { startPreviewedImport } from '@/lib/importing/import-control';
import { z } from 'zod';

const query = z.object({ asDraft: z.enum(['0', '1']).default('0') });

export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answerErrors(request, async () => {
    const editor = await requireEditor(request, 'import');
    const asDraft = parseQuery(request, query).asDraft === '1';
    const id = await startPreviewedImport((await params).id, { asDraft, editorId: editor.id });
    return Response.json({ id, url: `${getConfig().siteUrl}/api/imports/${id}` }, { status: 202 });
  });
}
