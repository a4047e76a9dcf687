import { answerErrors } from '@/lib/editors/answer-errors';
import { requireEditor } from '@/lib/editors/require-editor';
import { parseQuery } from '@/lib/errors/parse-query';
import { type Locale, locales } from '@/lib/i18n/locales';
import { chooseReportLocale } from '@/lib/importing/choose-report-locale';
import { getImport } from '@/lib/importing/import-store';
import { z } from 'zod';

const query = z.object({ locale: z.enum(locales).optional() });

/** Sends a whole report as a download, piece by piece. */
export async function sendReport(
  request: Request,
  params: Promise<{ id: string }>,
  { type, stream }: { type: 'csv' | 'json'; stream: (id: string, locale: Locale) => AsyncGenerator<string> },
): Promise<Response> {
  return answerErrors(request, async () => {
    await requireEditor(request, 'read');
    const locale = chooseReportLocale(request, parseQuery(request, query).locale);
    const { id } = await getImport((await params).id);
    const mime = type === 'csv' ? 'text/csv; charset=utf-8' : 'application/json';
    const headers = { 'Content-Type': mime, 'Content-Disposition': `attachment; filename="import-${id}.${type}"` };
    return new Response(toStream(stream(id, locale)), { headers });
  });
} // prettier-ignore

/** The next piece is made when the client has taken the last. */
function toStream(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const piece = await pieces.next();
      if (piece.done === true) controller.close();
      else controller.enqueue(encoder.encode(piece.value));
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
}
