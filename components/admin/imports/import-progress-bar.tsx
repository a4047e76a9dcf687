'use client';

import { useTranslations } from 'next-intl';
import type { ImportProgress } from './import-answers';

/** How far an import is, how fast, and for how long still. Screen readers hear each tenth, not each file. */
export function ImportProgressBar({ progress }: { progress: ImportProgress }) {
  const t = useTranslations('admin');
  const { processed, total, status, ratePerSecond, secondsLeft } = progress;
  const tenths = total > 0 ? Math.min(10, Math.floor((10 * processed) / total)) : 0;
  const isMoving = status === 'running';
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap gap-x-6 text-sm">
        <span>{t('progress', { processed, total })}</span>
        {isMoving && typeof ratePerSecond === 'number' && (
          <span>{t('imports.rate', { rate: Math.round(ratePerSecond) })}</span>
        )}
        {isMoving && typeof secondsLeft === 'number' && (
          <span>{t('imports.timeLeft', split(secondsLeft))}</span>
        )}
      </p>
      <progress
        max={Math.max(total, 1)}
        value={total > 0 ? processed : undefined}
        aria-label={t('progressLabel')}
      />
      <p role="status" className="sr-only">
        {t('progressSpoken', { percent: tenths * 10 })}
      </p>
      {isMoving && <p className="text-xs text-muted">{t('mayLeave')}</p>}
    </div>
  );
}

function split(seconds: number): { minutes: number; seconds: number } {
  return { minutes: Math.floor(seconds / 60), seconds: seconds % 60 };
}
