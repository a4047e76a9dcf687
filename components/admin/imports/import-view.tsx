'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActionError } from './action-error';
import { useErrorText } from '../use-error-text';
import { isUnfinished } from './import-answers';
import type { ImportPage } from './import-page';
import { ImportProgressBar } from './import-progress-bar';
import { ImportState } from './import-state';
import { PreviewView } from './preview-view';
import { ProgressControls } from './progress-controls';
import { RelatedImports } from './related-imports';
import { ReportView } from './report-view';
import { UndoResult } from './undo-result';
import { noFilter, type ReportFilter, useImport } from './use-import';

/** One import from beginning to end: preview or progress, then its report; or what an undo did. */
export function ImportView({ id }: { id: string }) {
  const t = useTranslations('admin');
  const errorText = useErrorText();
  const [filter, setFilter] = useState(noFilter);
  const [cursor, setCursor] = useState<number | null>(null);
  const { report, error, load } = useImport(id, filter, cursor);
  const change = (part: Partial<ReportFilter>) => {
    setFilter({ ...filter, ...part });
    setCursor(null);
  };

  return (
    <div className="grid grid-cols-1 gap-6" aria-busy={!report && !error}>
      <ActionError error={error === null ? null : errorText({ code: error, params: {} })} />
      {!report && !error && <p className="text-sm text-muted">{t('loading')}</p>}
      {report && (
        <>
          <ImportState report={report} />
          {(isUnfinished(report) || report.status === 'paused') && <ImportProgressBar progress={report} />}
          <ProgressControls report={report} onChanged={() => void load()} />
          <RelatedImports report={report} />
          <ImportBody
            report={report}
            filter={filter}
            cursor={cursor}
            onFilter={change}
            onCursor={setCursor}
            onChanged={() => void load()}
          />
        </>
      )}
    </div>
  );
}

function ImportBody(page: ImportPage) {
  const { report } = page;
  if (report.kind === 'undo') return <UndoResult report={report} />;
  // Settings begin with those that the server has, whenever they were applied.
  if (report.dryRun) return <PreviewView key={JSON.stringify(report.options)} {...page} />;
  return <ReportView {...page} />;
}
