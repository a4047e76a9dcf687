import { useLocale, useTranslations } from 'next-intl';
import type { PeriodCount } from '@/lib/archive/archive-store';
import { buildPath } from '@/lib/i18n/build-path';
import { formatMonthName, formatPeriod } from '@/lib/i18n/format-period';
import { buildArchivePath } from '@/lib/sharing/build-absolute-url';

/** The years of the archive, newest first, each with its months. */
export function YearList({ months }: { months: PeriodCount[] }) {
  const years = Map.groupBy(months, ({ period }) => period.slice(0, 4));
  return (
    <ul className="border-b border-hairline">
      {[...years].map(([year, ofYear]) => (
        <li
          key={year}
          className="grid grid-cols-1 gap-x-8 border-t border-hairline py-3 md:grid-cols-[12rem_minmax(0,1fr)] md:items-baseline"
        >
          <YearLink year={year} stories={ofYear.reduce((sum, { stories }) => sum + stories, 0)} />
          <ul className="flex flex-wrap gap-x-5">
            {ofYear.toReversed().map((month) => (
              <li key={month.period}>
                <MonthLink month={month} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function YearLink({ year, stories }: { year: string; stories: number }) {
  const t = useTranslations('archive');
  const locale = useLocale();
  return (
    <a
      href={buildPath(locale, buildArchivePath(year))}
      className="flex min-h-11 items-baseline gap-x-3 hover:text-accent hover:underline"
    >
      <span className="font-serif text-lg font-bold">{formatPeriod(year, locale)}</span>
      <span className="text-xs text-faint">{t('storyCount', { count: stories })}</span>
    </a>
  );
}

function MonthLink({ month: { period, stories } }: { month: PeriodCount }) {
  const locale = useLocale();
  return (
    <a
      href={buildPath(locale, buildArchivePath(period))}
      className="inline-flex min-h-11 min-w-11 items-center gap-x-1.5 text-sm text-accent hover:underline"
    >
      <span>{formatMonthName(period, locale)}</span>
      <span className="text-xs text-faint">{stories}</span>
    </a>
  );
}
