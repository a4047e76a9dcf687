'use client';

import { useTranslations } from 'next-intl';
import { SelectField } from './select-field';
import { splitSpan } from './split-span';

const offered = [30, 60, 300, 900, 1800, 3600, 21_600, 86_400];

/** How often a source is polled. One that was set otherwise keeps its value. */
export function IntervalField({
  seconds,
  onChange,
}: {
  seconds: number;
  onChange: (seconds: number) => void;
}) {
  const t = useTranslations('admin.feeds');
  const values = [...new Set([...offered, seconds])].sort((a, b) => a - b);
  const options = values.map((value) => {
    const { unit, count } = splitSpan(value);
    return { value: String(value), label: t(`span.${unit}`, { count }) };
  });
  return (
    <SelectField
      label={t('interval')}
      hint={t('intervalHint')}
      value={String(seconds)}
      options={options}
      onValue={(value) => onChange(Number(value))}
    />
  );
}
