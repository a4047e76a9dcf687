import { answerErrors } from '@/lib/editors/answer-errors';
import { requireEditor } from '@/lib/editors/require-editor';
import { getImport } from '@/lib/importing/import-store';
import { getImportFacets } from '@/lib/importing/preview/import-facets';

export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answerErrors(request, async () => {
    await requireEditor(request, 'read');
    const { id } = await getImport((await params).id);
    return Response.json(await getImportFacets(id));
  });
}
