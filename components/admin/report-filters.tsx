'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { rejectionCodes, warningCodes } from '@/lib/importing/import-note';
import { inputClass } from './field';
import type { ReportFilter } from './use-import';

interface ReportFiltersProps {
  filter: ReportFilter;
  onChange: (filter: ReportFilter) => void;
}

/** Choice of the warning or reason that the shown files have; the outcome is chosen by the counts. */
export function ReportFilters({ filter, onChange }: ReportFiltersProps) {
  const t = useTranslations('admin');
  const id = useId();
  return (
    <div className="flex flex-wrap items-center gap-3">
      <label htmlFor={id} className="text-sm font-semibold">
        {t('filterByWarning')}
      </label>
      <div className="w-full sm:w-80">
        <select
          id={id}
          value={filter.warning}
          onChange={(event) => onChange({ ...filter, warning: event.currentTarget.value })}
          className={inputClass}
        >
          <option value="">{t('all')}</option>
          <optgroup label={t('warnings')}>
            {warningCodes.map((code) => (
              <option key={code} value={code}>
                {t(`noteNames.${code}`)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('rejections')}>
            {rejectionCodes.map((code) => (
              <option key={code} value={code}>
                {t(`noteNames.${code}`)}
              </option>
            ))}
          </optgroup>
        </select>
      </div>
    </div>
  );
}
