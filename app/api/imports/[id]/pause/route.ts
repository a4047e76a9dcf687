import { answerErrors } from '@/lib/editors/answer-errors';
import { requireEditor } from '@/lib/editors/require-editor';
import { pauseImport } from '@/lib/importing/import-control';
import { getImport } from '@/lib/importing/import-store';
import { buildImportJson } from '@/lib/importing/report-json';

export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answerErrors(request, async () => {
    await requireEditor(request, 'import');
    const { id } = await params;
    await pauseImport(id);
    return Response.json(buildImportJson(await getImport(id)));
  });
}
