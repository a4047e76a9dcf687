import { answerErrors } from '@/lib/editors/answer-errors';
import { requireEditor } from '@/lib/editors/require-editor';
import { parseQuery } from '@/lib/errors/parse-query';
import { sendImportTask } from '@/lib/importing/import-queue';
import { listChangedSince } from '@/lib/importing/undo/list-changed-since';
import { requestUndo } from '@/lib/importing/undo/undo-import';
import { waitForUndo } from '@/lib/importing/undo/wait-for-undo';
import { z } from 'zod';

const query = z.object({ insist: z.enum(['0', '1']).default('0') });

/** 200 with what was done; 202 when it takes longer than a request should: then its entry has the progress. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answerErrors(request, async () => {
    const editor = await requireEditor(request, 'import');
    const insist = parseQuery(request, query).insist === '1';
    const { id } = await params;
    const undoId = await requestUndo(id, editor, insist);
    await sendImportTask('undo', undoId);
    const result = await waitForUndo(undoId, request.signal);
    return result
      ? Response.json({ id, undoId, status: 'undone', ...result })
      : Response.json({ id, undoId, status: 'undoing' }, { status: 202 });
  });
}

/** What an undo would leave unless `insist=1`: articles that were changed since. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answerErrors(request, async () => {
    await requireEditor(request, 'read');
    return Response.json({ changedSince: await listChangedSince((await params).id) });
  });
}
