import { answerErrors } from '@/lib/editors/answer-errors';
import { requireEditor } from '@/lib/editors/require-editor';
import { hasCode } from '@/lib/errors/has-code';
import { AppError } from '@/lib/errors/app-error';
import { parseQuery } from '@/lib/errors/parse-query';
import { isTimeZone } from '@/lib/importing/parse-import-options';
import { tryZone } from '@/lib/importing/preview/zone-effect';
import { z } from 'zod';

const query = z.object({ timeZone: z.string().max(60).refine(isTimeZone).optional() });

/** What another zone would do to dates that state none. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answerErrors(request, async () => {
    await requireEditor(request, 'read');
    const { timeZone } = parseQuery(request, query);
    const effect = await tryZone((await params).id, timeZone).catch((cause: unknown) => {
      throw hasCode(cause, 'ENOENT') ? new AppError('upload-gone', {}, 410, { cause }) : cause;
    });
    return Response.json(effect);
  });
}
