import { getConfig } from '@/lib/config/config';
import { answerErrors } from '@/lib/editors/answer-errors';
import { readOwnJson } from '@/lib/editors/read-own-json';
import { requireEditor } from '@/lib/editors/require-editor';
import { AppError } from '@/lib/errors/app-error';
import { parseQuery } from '@/lib/errors/parse-query';
import { retryRejected, retryRequest } from '@/lib/importing/retry-import';
import { z } from 'zod';

const query = z.object({ dryRun: z.enum(['0', '1']).default('1') });
const maxLength = 4_000_000;

/** Imports what was rejected again, first as a preview unless `dryRun=0`; the body may hold mended texts. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answerErrors(request, async () => {
    const editor = await requireEditor(request, 'import');
    const dryRun = parseQuery(request, query).dryRun === '1';
    const hasBody = request.headers.get('content-type') !== null;
    const body = retryRequest.safeParse(hasBody ? await readOwnJson(request, maxLength) : {});
    if (!body.success) throw new AppError('form-invalid', {}, 400);
    const id = await retryRejected((await params).id, editor, { ...body.data, dryRun });
    return Response.json({ id, url: `${getConfig().siteUrl}/api/imports/${id}` }, { status: 202 });
  });
}
