'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../button';
import { sendJson } from '../feeds/send-json';
import { ActionError } from './action-error';
import type { ImportReport } from './import-answers';
import { useAction } from './use-action';
import { noFilter, type ReportFilter } from './use-import';

interface LeaveOutControlProps {
  report: ImportReport;
  filter: ReportFilter;
  onChanged: () => void;
}

/** Leaves out, or takes in again, everything that the filter finds, on all pages. */
export function LeaveOutControl({ report, filter, onChanged }: LeaveOutControlProps) {
  const t = useTranslations('admin.imports');
  const { busy, error, run } = useAction();
  const isFiltered = Object.entries(filter).some(([name, value]) => value !== noFilter[name as keyof ReportFilter]); // prettier-ignore
  if (!isFiltered && report.excluded === 0) return null;
  const stated = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));
  const decide = (excluded: boolean) =>
    void run(
      () =>
        sendJson('PUT', `/api/imports/${encodeURIComponent(report.id)}/choices`, {
          filter: stated,
          excluded,
        }),
      onChanged,
    );
  const canLeave = isFiltered && filter.outcome !== 'skipped' && filter.outcome !== 'rejected';
  return (
    <div className="grid gap-2">
      <ActionError error={error} />
      <p className="flex flex-wrap gap-3">
        {canLeave && report.items.length > 0 && (
          <Button disabled={busy} onClick={() => decide(true)}>
            {t('leaveOutAll', { count: report.matching ?? 0 })}
          </Button>
        )}
        {report.excluded > 0 && (
          <Button disabled={busy} onClick={() => decide(false)}>
            {t(isFiltered && filter.outcome !== 'skipped' ? 'takeInShown' : 'takeInAll')}
          </Button>
        )}
      </p>
    </div>
  );
}
