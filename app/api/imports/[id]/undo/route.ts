import { answerErrors } from '@/lib/editors/answer-errors';
import { requireEditor } from '@/lib/editors/require-editor';
import { undoImport } from '@/lib/importing/undo-import';

export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answerErrors(request, async () => {
    const editor = await requireEditor(request);
    const { id } = await params;
    return Response.json({ id, status: 'undone', ...(await undoImport(id, editor)) });
  });
}
