'use client';

import { useState } from 'react';
import { facetsSchema, isUnfinished } from './import-answers';
import { ImportCounts } from './import-counts';
import { focusState } from './import-state';
import type { ImportPage } from './import-page';
import { ItemList } from './item-list';
import { LeaveOutControl } from './leave-out-control';
import { PreviewSettings } from './preview-settings';
import { ReportFilters } from './report-filters';
import { StartControl } from './start-control';
import { useJson } from './use-json';

const nothingMended = { texts: new Map<string, string>(), set: () => undefined };

/** What an import would do, and everything that can be decided about it before anything is written. */
export function PreviewView({ report, filter, cursor, onFilter, onCursor, onChanged }: ImportPage) {
  const isReady = !isUnfinished(report);
  const [draft, setDraft] = useState(report.options);
  const isStale = JSON.stringify(draft) !== JSON.stringify(report.options);
  // Asked anew after each run.
  const facetsUrl = `/api/imports/${encodeURIComponent(report.id)}/facets?${report.finishedAt ?? ''}`;
  const answer = useJson(isReady ? facetsUrl : null, facetsSchema);
  const facets = answer?.ok ? answer.data : null;
  const canDecide = isReady && report.status !== 'paused' && report.hasFiles;
  return (
    <>
      {isReady && <StartControl report={report} isStale={isStale} />}
      <div className={canDecide ? 'grid grid-cols-1 gap-8 lg:grid-cols-[20rem_minmax(0,1fr)]' : 'grid grid-cols-1 gap-6'}>
        {canDecide && (
          <PreviewSettings
            report={report}
            facets={facets}
            draft={draft}
            isStale={isStale}
            onDraft={setDraft}
            onApplied={() => {
              focusState();
              onChanged();
            }}
          />
        )}
        <div className="grid grid-cols-1 content-start gap-5">
          <ImportCounts report={report} chosen={filter.outcome} onChoose={(outcome) => onFilter({ outcome })} />
          {isReady && (
            <>
              <ReportFilters noteCounts={report.noteCounts} facets={facets} filter={filter} onChange={onFilter} />
              {canDecide && <LeaveOutControl report={report} filter={filter} onChanged={onChanged} />}
              <ItemList
                report={report}
                hasBefore={cursor !== null}
                onFirst={() => onCursor(null)}
                onNext={onCursor}
                onChanged={onChanged}
                mended={nothingMended}
              />
            </>
          )}
        </div>
      </div>
    </>
  );
} // prettier-ignore
