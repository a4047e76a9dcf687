import { z } from 'zod';
import { answerErrors } from '@/lib/editors/answer-errors';
import { readOwnJson } from '@/lib/editors/read-own-json';
import { requireEditor } from '@/lib/editors/require-editor';
import { revokeSession } from '@/lib/editors/session-store';
import { AppError } from '@/lib/errors/app-error';

const bodySchema = z.object({ id: z.string().max(100) });

export async function POST(request: Request): Promise<Response> {
  return answerErrors(request, async () => {
    const editor = await requireEditor(request);
    const body = bodySchema.safeParse(await readOwnJson(request));
    if (!body.success) throw new AppError('form-invalid', {}, 400);
    return Response.json({ revoked: await revokeSession(editor, body.data.id) });
  });
}
