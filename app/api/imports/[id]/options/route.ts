import { answerErrors } from '@/lib/editors/answer-errors';
import { readOwnJson } from '@/lib/editors/read-own-json';
import { requireEditor } from '@/lib/editors/require-editor';
import { getImport } from '@/lib/importing/import-store';
import { parseImportOptions } from '@/lib/importing/parse-import-options';
import { changePreviewOptions } from '@/lib/importing/preview/preview-choices';
import { buildImportJson } from '@/lib/importing/report-json';

const maxLength = 200_000;

/** Takes the options whole and runs the preview again. */
export async function PATCH(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answerErrors(request, async () => {
    await requireEditor(request, 'import');
    const { id } = await params;
    const options = parseImportOptions(await readOwnJson(request, maxLength));
    await changePreviewOptions(id, options);
    return Response.json({ ...buildImportJson(await getImport(id)), options }, { status: 202 });
  });
}
