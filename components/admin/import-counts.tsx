'use client';

import { useTranslations } from 'next-intl';
import { outcomes, type ImportReport } from './import-answers';

interface ImportCountsProps {
  report: ImportReport;
  chosen: string;
  onChoose: (outcome: string) => void;
}

/** The counts by outcome, each a switch that filters the report. */
export function ImportCounts({ report, chosen, onChoose }: ImportCountsProps) {
  const t = useTranslations('admin');
  const names = useTranslations('importOutcomes');
  const entries = [
    { outcome: '', name: t('all'), count: report.total },
    ...outcomes.map((outcome) => ({ outcome, name: names(outcome), count: report[outcome] })),
  ];
  return (
    <div
      role="group"
      aria-label={t('filterByOutcome')}
      className="grid grid-cols-2 gap-px border border-hairline bg-hairline sm:grid-cols-5"
    >
      {entries.map(({ outcome, name, count }) => (
        <button
          key={outcome}
          type="button"
          aria-pressed={outcome === chosen}
          onClick={() => onChoose(outcome)}
          className="grid min-h-11 cursor-pointer bg-paper px-4 py-2 text-start hover:text-accent focus-visible:z-1 aria-pressed:bg-wash aria-pressed:font-semibold last:max-sm:col-span-2"
        >
          <span className="text-lg">{t('number', { count })}</span>
          <span className="text-xs">{name}</span>
        </button>
      ))}
    </div>
  );
}
