'use client';

import { useTranslations } from 'next-intl';
import type { Outcome } from './import-answers';

const marks: Record<Outcome, { sign: string; look: string }> = {
  created: { sign: '+', look: 'text-done' },
  updated: { sign: '~', look: 'text-accent' },
  unchanged: { sign: '=', look: 'text-muted' },
  rejected: { sign: '×', look: 'text-danger font-semibold' },
  skipped: { sign: '–', look: 'text-muted' },
};

/** An outcome as word and sign; the colour only repeats it. */
export function OutcomeMark({ outcome }: { outcome: Outcome }) {
  const names = useTranslations('importOutcomes');
  const { sign, look } = marks[outcome];
  return (
    <span className={look}>
      <span aria-hidden className="me-2 inline-block w-3 text-center font-mono">
        {sign}
      </span>
      {names(outcome)}
    </span>
  );
}
