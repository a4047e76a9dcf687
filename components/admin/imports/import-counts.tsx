'use client';

import { useTranslations } from 'next-intl';
import { type Outcome, outcomes, type ImportReport } from './import-answers';

interface ImportCountsProps {
  report: ImportReport;
  chosen: string;
  onChoose: (outcome: string) => void;
}

/** The counts by outcome, each a switch that filters the report. What a preview leaves out counts as skipped. */
export function ImportCounts({ report, chosen, onChoose }: ImportCountsProps) {
  const t = useTranslations('admin');
  const names = useTranslations('importOutcomes');
  const entries = [
    { outcome: '', name: t('all'), count: report.processed },
    ...outcomes.map((outcome) => ({ outcome, name: names(outcome), count: countShown(report, outcome) })),
  ];
  return (
    <div
      role="group"
      aria-label={t('filterByOutcome')}
      className="grid grid-cols-3 gap-px border border-hairline bg-hairline md:grid-cols-6"
    >
      {entries.map(({ outcome, name, count }) => (
        <button
          key={outcome}
          type="button"
          aria-pressed={outcome === chosen}
          onClick={() => onChoose(outcome)}
          className="grid min-h-11 cursor-pointer bg-paper px-3 py-2 text-start hover:text-accent focus-visible:z-1 aria-pressed:bg-wash aria-pressed:font-semibold aria-pressed:text-accent"
        >
          <span className="text-lg">{t('number', { count })}</span>
          <span className="text-xs">{name}</span>
        </button>
      ))}
    </div>
  );
}

/** Items of an outcome, without those that the editor leaves out of a preview. */
export function countShown(report: ImportReport, outcome: Outcome): number {
  if (!report.dryRun) return report[outcome];
  const { excluded, excludedByOutcome } = report;
  const left = excludedByOutcome[outcome] ?? 0;
  return outcome === 'skipped' ? report.skipped - left + excluded : report[outcome] - left;
}
