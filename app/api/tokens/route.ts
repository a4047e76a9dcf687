import { newApiToken } from '@/lib/editors/api-tokens';
import { createApiToken, listApiTokens } from '@/lib/editors/api-tokens-store';
import { answerErrors } from '@/lib/editors/answer-errors';
import { readOwnJson } from '@/lib/editors/read-own-json';
import { requireEditor } from '@/lib/editors/require-editor';
import { AppError } from '@/lib/errors/app-error';

/** The editor's own tokens, without their secrets. */
export async function GET(request: Request): Promise<Response> {
  return answerErrors(request, async () => {
    const editor = await requireEditor(request);
    return Response.json({ items: await listApiTokens(editor) });
  });
}

/** Makes a token; its secret is in this answer and nowhere else. */
export async function POST(request: Request): Promise<Response> {
  return answerErrors(request, async () => {
    const editor = await requireEditor(request);
    const form = newApiToken.safeParse(await readOwnJson(request));
    if (!form.success) throw new AppError('form-invalid', {}, 400);
    return Response.json(await createApiToken(editor, form.data), { status: 201 });
  });
}
