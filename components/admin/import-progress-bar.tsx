'use client';

import { useTranslations } from 'next-intl';
import type { ImportProgress } from './import-answers';

/** How far an import is. Screen readers hear each tenth, not each file. */
export function ImportProgressBar({ progress }: { progress: ImportProgress }) {
  const t = useTranslations('admin');
  const { processed, total } = progress;
  const tenths = total > 0 ? Math.floor((10 * processed) / total) : 0;
  return (
    <div className="grid gap-2">
      <p className="text-sm">{t('progress', { processed, total })}</p>
      <progress
        max={Math.max(total, 1)}
        value={total > 0 ? processed : undefined}
        aria-label={t('progressLabel')}
      />
      <p role="status" className="sr-only">
        {t('progressSpoken', { percent: tenths * 10 })}
      </p>
      <p className="text-xs text-muted">{t('mayLeave')}</p>
    </div>
  );
}
