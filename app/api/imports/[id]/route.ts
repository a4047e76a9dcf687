import { answerErrors } from '@/lib/editors/answer-errors';
import { requireEditor } from '@/lib/editors/require-editor';
import { parseQuery } from '@/lib/errors/parse-query';
import { locales } from '@/lib/i18n/locales';
import { chooseReportLocale } from '@/lib/importing/choose-report-locale';
import {
  countImportNotes,
  getImportOptions,
  getImportReport,
  listRelatedImports,
} from '@/lib/importing/import-store';
import { countExcluded, countReportItems, itemFilter } from '@/lib/importing/report-items';
import { buildImportJson, buildReportJson } from '@/lib/importing/report-json';
import { hasUpload } from '@/lib/importing/uploads/upload-store';
import { z } from 'zod';
import { noteRate } from './note-rate';

const query = itemFilter.extend({
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
    await requireEditor(request, 'read');
    const { cursor, limit, locale, ...filter } = parseQuery(request, query);
    const { id } = await params;
    const report = await getImportReport(id, { ...filter, after: cursor ?? -1, limit });
    const isFiltered = Object.keys(filter).length > 0;
    const [noteCounts, options, excluded, related, hasFiles, matching] = await Promise.all([
      countImportNotes(id),
      getImportOptions(id),
      countExcluded(id),
      listRelatedImports(report),
      hasUpload(id),
      isFiltered ? countReportItems(id, filter) : null,
    ]);
    return Response.json({
      ...buildReportJson(report, chooseReportLocale(request, locale)),
      ...noteRate(report),
      noteCounts,
      options,
      ...excluded,
      related: related.map(buildImportJson),
      hasFiles,
      /** Items that the filter finds, on all pages; null without a filter. */
      matching,
    });
  });
}
