import { useLocale, useTranslations } from 'next-intl';
import { buildPath } from '@/lib/i18n/build-path';
import { formatDayOfMonth, formatMonthName, formatPeriod } from '@/lib/i18n/format-period';
import { buildArchivePath } from '@/lib/sharing/build-absolute-url';

/** The way down to a page of the archive: 归档 › 2022年 › 2月 › 18日. */
export function ArchivePath({ period }: { period: string }) {
  const t = useTranslations('archive');
  const locale = useLocale();
  const steps = [period.slice(0, 4), period.slice(0, 7)].filter(
    (step, at) => step.length < period.length && step.length === [4, 7][at],
  );
  return (
    <nav aria-label={t('path')} className="text-sm">
      <ol className="flex flex-wrap items-center gap-x-2">
        <li>
          <Step href={buildPath(locale, '/archive')}>{t('title')}</Step>
        </li>
        {steps.map((step) => (
          <li key={step} className="flex items-center gap-x-2">
            <Divider />
            <Step href={buildPath(locale, buildArchivePath(step))}>
              {step.length === 4 ? formatPeriod(step, locale) : formatMonthName(step, locale)}
            </Step>
          </li>
        ))}
        <li aria-current="page" className="flex items-center gap-x-2 text-muted">
          <Divider />
          {period.length === 10 && formatDayOfMonth(period, locale)}
          {period.length === 7 && formatMonthName(period, locale)}
          {period.length === 4 && formatPeriod(period, locale)}
        </li>
      </ol>
    </nav>
  );
}

function Step({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="inline-flex min-h-11 items-center text-accent hover:underline">
      {children}
    </a>
  );
}

function Divider() {
  return (
    <span aria-hidden className="text-faint">
      ›
    </span>
  );
}
