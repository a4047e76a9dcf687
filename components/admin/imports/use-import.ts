import { useLocale } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { getJson } from './get-json';
import { importReportSchema, isUnfinished, type ImportProgress, type ImportReport } from './import-answers';
import { watchImport } from './watch-import';

const pageSize = 50;

/** Which items of a report are shown; empty means all. */
export interface ReportFilter {
  outcome: string;
  warning: string;
  category: string;
  text: string;
}

export const noFilter: ReportFilter = { outcome: '', warning: '', category: '', text: '' };

interface ImportState {
  report: ImportReport | null;
  /** Code of the error that kept the report away. */
  error: string | null;
}

/** An import's report, kept up to date while the import runs; one page of its items, from behind `cursor` on. */
export function useImport(id: string, filter: ReportFilter, cursor: number | null) {
  const locale = useLocale();
  const [{ report, error }, setState] = useState<ImportState>({ report: null, error: null });
  const query = buildQuery(filter, { locale, cursor });
  const unfinished = report !== null && isUnfinished(report);

  const load = useCallback(async () => {
    const loaded = await fetchReport(id, query);
    setState((before) => (loaded.report ? loaded : { ...before, error: loaded.error }));
  }, [id, query]);

  useEffect(() => {
    let current = true;
    void fetchReport(id, query).then((loaded) => {
      if (current) setState((before) => (loaded.report ? loaded : { ...before, error: loaded.error }));
    });
    return () => {
      current = false;
    };
  }, [id, query]);

  useEffect(() => {
    if (!unfinished) return;
    return watchImport(id, {
      onProgress: (progress) => setState((before) => advance(before, progress)),
      onEnd: () => void load(),
    });
  }, [id, unfinished, load]);

  return { report, error, load };
}

function buildQuery(filter: ReportFilter, at: { locale: string; cursor: number | null }): string {
  const query = new URLSearchParams({ locale: at.locale, limit: String(pageSize) });
  for (const [name, value] of Object.entries(filter)) if (value !== '') query.set(name, String(value));
  if (at.cursor !== null) query.set('cursor', String(at.cursor));
  return query.toString();
}

async function fetchReport(id: string, query: string): Promise<ImportState> {
  const result = await getJson(`/api/imports/${encodeURIComponent(id)}?${query}`, importReportSchema);
  return result.ok ? { report: result.data, error: null } : { report: null, error: result.code };
}

/** Counts move on at once; the end is left to the report that is fetched then. */
function advance(before: ImportState, progress: ImportProgress): ImportState {
  if (!before.report || !isUnfinished(progress)) return before;
  return { ...before, report: { ...before.report, ...progress } };
}
