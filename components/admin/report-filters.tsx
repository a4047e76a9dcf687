'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { rejectionCodes, warningCodes } from '@/lib/importing/import-note';
import { inputClass } from './field';
import type { ImportReport } from './import-answers';

interface ReportFiltersProps {
  noteCounts: ImportReport['noteCounts'];
  warning: string;
  onChange: (warning: string) => void;
}

/** Choice among the notes that this import's files have; the outcome is chosen by the counts. */
export function ReportFilters({ noteCounts, warning, onChange }: ReportFiltersProps) {
  const t = useTranslations('admin');
  const id = useId();
  if (noteCounts.length === 0) return null;
  const groups = [
    { label: t('warnings'), codes: warningCodes },
    { label: t('rejections'), codes: rejectionCodes },
  ];
  return (
    <div className="flex flex-wrap items-center gap-3">
      <label htmlFor={id} className="text-sm font-semibold">
        {t('filterByWarning')}
      </label>
      <div className="w-full sm:w-80">
        <select
          id={id}
          value={warning}
          onChange={(event) => onChange(event.currentTarget.value)}
          className={inputClass}
        >
          <option value="">{t('all')}</option>
          {groups.map(({ label, codes }) => (
            <optgroup key={label} label={label}>
              {codes.map((code) => {
                const count = noteCounts.find((each) => each.code === code)?.count;
                const name = t(`noteNames.${code}`);
                return (
                  count !== undefined && (
                    <option key={code} value={code}>
                      {t('filterOption', { name, count })}
                    </option>
                  )
                );
              })}
            </optgroup>
          ))}
        </select>
      </div>
    </div>
  );
}
