import { answerErrors } from '@/lib/editors/answer-errors';
import { readOwnJson } from '@/lib/editors/read-own-json';
import { requireEditor } from '@/lib/editors/require-editor';
import { AppError } from '@/lib/errors/app-error';
import { changePreviewChoices, choiceRequest } from '@/lib/importing/preview/preview-choices';
import { countExcluded } from '@/lib/importing/report-items';

const maxLength = 1_200_000;

/** Decides about single posts of a preview, by path or by filter. */
export async function PUT(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answerErrors(request, async () => {
    await requireEditor(request, 'import');
    const { id } = await params;
    const body = choiceRequest.safeParse(await readOwnJson(request, maxLength));
    if (!body.success) throw new AppError('form-invalid', {}, 400);
    const { reruns } = await changePreviewChoices(id, body.data);
    return Response.json({ id, reruns, ...(await countExcluded(id)) }, { status: reruns ? 202 : 200 });
  });
}
