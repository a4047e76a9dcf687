import { answerErrors } from '@/lib/editors/answer-errors';
import { requireEditor } from '@/lib/editors/require-editor';
import { getImport } from '@/lib/importing/import-store';
import { buildImportJson } from '@/lib/importing/report-json';

/** A route that does one thing to an import and answers with its new state. */
export function controlImport(act: (id: string) => Promise<void>) {
  return async function POST(
    request: Request,
    { params }: { params: Promise<{ id: string }> },
  ): Promise<Response> {
    return answerErrors(request, async () => {
      await requireEditor(request, 'import');
      const { id } = await params;
      await act(id);
      return Response.json(buildImportJson(await getImport(id)));
    });
  };
}
