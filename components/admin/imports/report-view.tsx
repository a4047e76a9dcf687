'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { buttonClass } from '../button';
import { facetsSchema, type ImportReport, isUnfinished } from './import-answers';
import { ImportCounts } from './import-counts';
import type { ImportPage } from './import-page';
import { ItemList } from './item-list';
import { setMended } from './mended-texts';
import { ReportFilters } from './report-filters';
import { RetryControl } from './retry-control';
import { UndoControl } from './undo-control';
import { useJson } from './use-json';

/** What an import did: to be filtered, downloaded, tried again and taken back. */
export function ReportView({ report, filter, cursor, onFilter, onCursor, onChanged }: ImportPage) {
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const mended = { texts, set: (path: string, text: string | null) => setTexts(setMended(texts, path, text)) };
  const isEnded = !isUnfinished(report) && report.status !== 'paused';
  const facetsUrl = `/api/imports/${encodeURIComponent(report.id)}/facets?${report.finishedAt ?? ''}`;
  const answer = useJson(isEnded ? facetsUrl : null, facetsSchema);
  return (
    <>
      <ImportCounts report={report} chosen={filter.outcome} onChoose={(outcome) => onFilter({ outcome })} />
      {isEnded && <ReportActions report={report} mended={mended} onChanged={onChanged} />}
      {isEnded && (
        <ReportFilters
          noteCounts={report.noteCounts}
          facets={answer?.ok ? answer.data : null}
          filter={filter}
          onChange={onFilter}
        />
      )}
      <ItemList
        report={report}
        hasBefore={cursor !== null}
        onFirst={() => onCursor(null)}
        onNext={onCursor}
        onChanged={onChanged}
        mended={mended}
      />
    </>
  );
} // prettier-ignore

interface ReportActionsProps {
  report: ImportReport;
  mended: Parameters<typeof RetryControl>[0]['mended'];
  onChanged: () => void;
}

function ReportActions({ report, mended, onChanged }: ReportActionsProps) {
  const t = useTranslations('admin.imports');
  const locale = useLocale();
  const { id, rejected, hasFiles } = report;
  const canRetry = rejected > 0 && hasFiles && (report.origin === 'admin' || report.origin === 'api');
  return (
    <div className="grid gap-4">
      <p className="flex flex-wrap gap-3">
        {(['csv', 'json'] as const).map((type) => (
          <a
            key={type}
            href={`/api/imports/${encodeURIComponent(id)}/report.${type}?locale=${locale}`}
            download
            className={buttonClass()}
          >
            {t('download', { type: type.toUpperCase() })}
          </a>
        ))}
      </p>
      {canRetry && <RetryControl report={report} mended={mended} />}
      {canUndo(report) && <UndoControl report={report} onChanged={onChanged} />}
    </div>
  );
}

/** Something to take back: an undone import has that only where an undo left articles alone. */
function canUndo({ created, updated, status, related }: ImportReport): boolean {
  const undos = related.filter(({ kind }) => kind === 'undo');
  if (created + updated === 0 || undos.some(isUnfinished)) return false;
  return status !== 'undone' || (undos.at(-1)?.result?.kept ?? 0) > 0;
}
