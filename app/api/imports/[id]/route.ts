import { getConfig } from '@/lib/config/config';
import { answerErrors } from '@/lib/editors/answer-errors';
import { requireEditor } from '@/lib/editors/require-editor';
import { parseQuery } from '@/lib/errors/parse-query';
import { chooseLocale } from '@/lib/i18n/choose-locale';
import { locales } from '@/lib/i18n/locales';
import { importOutcomes } from '@/lib/importing/import-report';
import { countImportNotes, getImportReport } from '@/lib/importing/import-store';
import { buildReportJson } from '@/lib/importing/report-json';
import { z } from 'zod';

const query = z.object({
  outcome: z.enum(importOutcomes).optional(),
  warning: z.string().max(60).optional(),
  cursor: z.coerce.number().int().min(0).optional(),
  /** Reports of more items come in pages. */
  limit: z.coerce.number().int().min(1).max(10_000).default(10_000),
  locale: z.enum(locales).optional(),
});

export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answerErrors(request, async () => {
    await requireEditor(request);
    const { outcome, warning, cursor, limit, locale } = parseQuery(request, query);
    const { id } = await params;
    const [report, noteCounts] = await Promise.all([
      getImportReport(id, { outcome, code: warning, after: cursor, limit }),
      countImportNotes(id),
    ]);
    const language =
      locale ?? chooseLocale(request.headers.get('accept-language'), getConfig().defaultLocale);
    return Response.json({ ...buildReportJson(report, language), noteCounts });
  });
}
