import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import { buildPath } from '@/lib/i18n/build-path';
import { formatPeriod } from '@/lib/i18n/format-period';
import { buildArchivePath } from '@/lib/sharing/build-absolute-url';

interface PeriodNeighboursProps {
  previous: string | null;
  next: string | null;
}

/** Links to the nearest year, month or day before and after this one that has stories. */
export function PeriodNeighbours({ previous, next }: PeriodNeighboursProps) {
  const t = useTranslations('archive');
  const locale = useLocale();
  if (previous === null && next === null) return null;
  return (
    <nav
      aria-label={t('neighbours')}
      className="no-print flex flex-wrap justify-between gap-x-6 border-y border-hairline text-sm"
    >
      {previous !== null && (
        <TextLink
          href={buildPath(locale, buildArchivePath(previous))}
          rel="prev"
          aria-label={t('previous', { period: formatPeriod(previous, locale) })}
        >
          <span aria-hidden="true">←&nbsp;</span>
          {formatPeriod(previous, locale)}
        </TextLink>
      )}
      {next !== null && (
        <TextLink
          href={buildPath(locale, buildArchivePath(next))}
          rel="next"
          className="ms-auto"
          aria-label={t('next', { period: formatPeriod(next, locale) })}
        >
          {formatPeriod(next, locale)}
          <span aria-hidden="true">&nbsp;→</span>
        </TextLink>
      )}
    </nav>
  );
}
