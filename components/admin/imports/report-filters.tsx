'use client';

import { useTranslations } from 'next-intl';
import { useId, useState, type SubmitEvent } from 'react';
import { rejectionCodes, warningCodes } from '@/lib/importing/import-note';
import { Button } from '../button';
import { inputClass } from '../field';
import type { Facets, ImportReport } from './import-answers';
import type { ReportFilter } from './use-import';

interface ReportFiltersProps {
  noteCounts: ImportReport['noteCounts'];
  facets: Facets | null;
  filter: ReportFilter;
  onChange: (change: Partial<ReportFilter>) => void;
}

/** Choice among the notes and categories that this import's files have, and a search; the outcome is chosen by the counts. */
export function ReportFilters({ noteCounts, facets, filter, onChange }: ReportFiltersProps) {
  const t = useTranslations('admin');
  const names = facets?.categories.flatMap((group) => group.names) ?? [];
  return (
    <div className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-3">
      <TextFilter text={filter.text} onChange={(text) => onChange({ text })} />
      {noteCounts.length > 0 && (
        <NoteFilter noteCounts={noteCounts} filter={filter} onChange={(warning) => onChange({ warning })} />
      )}
      {names.length > 1 && (
        <Filter
          label={t('imports.filterByCategory')}
          value={filter.category}
          onChange={(category) => onChange({ category })}
        >
          {names.map(
            ({ name, count }) =>
              name !== null && (
                <option key={name} value={name}>
                  {t('filterOption', { name, count })}
                </option>
              ),
          )}
        </Filter>
      )}
    </div>
  );
}

function TextFilter({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const t = useTranslations('admin');
  const id = useId();
  const [typed, setTyped] = useState(text);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onChange(typed.trim());
  };
  return (
    <form role="search" onSubmit={submit} className="grid gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {t('imports.searchItems')}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          type="search"
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.currentTarget.value)}
          className={inputClass}
        />
        <Button type="submit">{t('search')}</Button>
      </div>
    </form>
  );
}

interface NoteFilterProps {
  noteCounts: ImportReport['noteCounts'];
  filter: ReportFilter;
  onChange: (warning: string) => void;
}

function NoteFilter({ noteCounts, filter, onChange }: NoteFilterProps) {
  const t = useTranslations('admin');
  const groups = [
    { label: t('warnings'), codes: warningCodes },
    { label: t('rejections'), codes: rejectionCodes },
  ];
  return (
    <Filter label={t('filterByWarning')} value={filter.warning} onChange={onChange}>
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
    </Filter>
  );
}

interface FilterProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: React.ReactNode;
}

function Filter({ label, value, onChange, children }: FilterProps) {
  const t = useTranslations('admin');
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className={inputClass}
      >
        <option value="">{t('all')}</option>
        {children}
      </select>
    </div>
  );
}
