import { useLocale } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { importReportSchema, isUnfinished, type ImportProgress, type ImportReport } from './import-answers';
import { readResult } from './post-json';
import { watchImport } from './watch-import';

const pageSize = 200;

/** Which items of a report are shown; empty means all. */
export interface ReportFilter {
  outcome: string;
  warning: string;
}

interface ImportState {
  report: ImportReport | null;
  /** Code of the error that kept the report away. */
  error: string | null;
}

/** An import's report, kept up to date while the import runs, one page of items after the other. */
export function useImport(id: string, filter: ReportFilter) {
  const locale = useLocale();
  const [{ report, error }, setState] = useState<ImportState>({ report: null, error: null });
  const { outcome, warning } = filter;
  const unfinished = report !== null && isUnfinished(report);

  const load = useCallback(
    async (cursor?: string | number) => {
      const loaded = await fetchReport(id, { outcome, warning, locale }, cursor);
      setState((before) => merge(before, loaded, cursor !== undefined));
    },
    [id, outcome, warning, locale],
  );

  useEffect(() => {
    let current = true;
    void fetchReport(id, { outcome, warning, locale }).then((loaded) => {
      if (current) setState((before) => merge(before, loaded, false));
    });
    return () => {
      current = false;
    };
  }, [id, outcome, warning, locale]);

  useEffect(() => {
    if (!unfinished) return;
    return watchImport(id, {
      onProgress: (progress) => setState((before) => advance(before, progress)),
      onEnd: () => void load(),
    });
  }, [id, unfinished, load]);

  return { report, error, load };
}

async function fetchReport(
  id: string,
  filter: ReportFilter & { locale: string },
  cursor?: string | number,
): Promise<ImportState> {
  const query = new URLSearchParams({ locale: filter.locale, limit: String(pageSize) });
  if (filter.outcome) query.set('outcome', filter.outcome);
  if (filter.warning) query.set('warning', filter.warning);
  if (cursor !== undefined) query.set('cursor', String(cursor));
  try {
    const response = await fetch(`/api/imports/${encodeURIComponent(id)}?${query.toString()}`);
    const result = readResult(response.ok, await response.text());
    if (!result.ok) return { report: null, error: result.code };
    const report = importReportSchema.safeParse(result.body);
    return report.success ? { report: report.data, error: null } : { report: null, error: 'unexpected' };
  } catch {
    return { report: null, error: 'no-connection' };
  }
}

function merge(before: ImportState, loaded: ImportState, append: boolean): ImportState {
  if (!loaded.report) return { ...before, error: loaded.error };
  const earlier = append ? (before.report?.items ?? []) : [];
  return { report: { ...loaded.report, items: [...earlier, ...loaded.report.items] }, error: null };
}

/** Counts move on at once; the end is left to the report that is fetched then. */
function advance(before: ImportState, progress: ImportProgress): ImportState {
  if (!before.report || !isUnfinished(progress)) return before;
  return { ...before, report: { ...before.report, ...progress } };
}
