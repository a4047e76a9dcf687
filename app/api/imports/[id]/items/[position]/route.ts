import { answerErrors } from '@/lib/editors/answer-errors';
import { requireEditor } from '@/lib/editors/require-editor';
import { AppError } from '@/lib/errors/app-error';
import { parseQuery } from '@/lib/errors/parse-query';
import { locales } from '@/lib/i18n/locales';
import { chooseReportLocale } from '@/lib/importing/choose-report-locale';
import { describeNote } from '@/lib/importing/describe-note';
import { getItemPreview } from '@/lib/importing/preview/item-preview';
import { z } from 'zod';

const query = z.object({ locale: z.enum(locales).optional() });

/** One item: its original read again, beside the article that it changes. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; position: string }> },
): Promise<Response> {
  return answerErrors(request, async () => {
    await requireEditor(request, 'read');
    const locale = chooseReportLocale(request, parseQuery(request, query).locale);
    const { id, position } = await params;
    if (!/^\d{1,9}$/.test(position)) throw new AppError('item-unknown', {}, 404);
    const preview = await getItemPreview(id, Number(position));
    const warnings = preview.notes.map(({ code, line, excerpt, ...note }) => ({
      code,
      message: describeNote({ code, ...note }, locale),
      line: line ?? null,
      excerpt,
    }));
    const { notes: _, ...about } = preview;
    return Response.json({ ...about, warnings });
  });
}
