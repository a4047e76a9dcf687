'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { isUnfinished } from './import-answers';
import { ImportActions } from './import-actions';
import { ImportCounts } from './import-counts';
import { ImportItems } from './import-items';
import { ImportProgressBar } from './import-progress-bar';
import { ImportState } from './import-state';
import { Notice } from './notice';
import { ReportFilters } from './report-filters';
import { useErrorText } from './use-error-text';
import { useImport } from './use-import';

/** One import from beginning to end: preview or progress, then its report. */
export function ImportView({ id }: { id: string }) {
  const t = useTranslations('admin');
  const errorText = useErrorText();
  const [filter, setFilter] = useState({ outcome: '', warning: '' });
  const { report, error, load } = useImport(id, filter);

  return (
    <div className="grid grid-cols-1 gap-6" aria-busy={!report && !error}>
      {error && (
        <Notice look="danger" role="alert">
          {errorText({ code: error, params: {} })}
        </Notice>
      )}
      {!report && !error && <p className="text-sm text-muted">{t('loading')}</p>}
      {report && (
        <>
          <ImportState report={report} />
          {isUnfinished(report) && <ImportProgressBar progress={report} />}
          <ImportCounts
            report={report}
            chosen={filter.outcome}
            onChoose={(outcome) => setFilter({ ...filter, outcome })}
          />
          <ImportActions report={report} onChanged={() => void load()} />
          <ReportFilters
            noteCounts={report.noteCounts}
            warning={filter.warning}
            onChange={(warning) => setFilter({ ...filter, warning })}
          />
          <ImportItems report={report} onMore={(cursor) => void load(cursor)} />
        </>
      )}
    </div>
  );
}
