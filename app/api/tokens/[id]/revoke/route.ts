import { revokeApiToken } from '@/lib/editors/api-tokens-store';
import { answerErrors } from '@/lib/editors/answer-errors';
import { requireEditor } from '@/lib/editors/require-editor';

export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answerErrors(request, async () => {
    const editor = await requireEditor(request);
    return Response.json({ revoked: await revokeApiToken(editor, (await params).id) });
  });
}
