import { useLocale, useTranslations } from 'next-intl';
import type { PeriodCount } from '@/lib/archive/archive-store';
import { buildPath } from '@/lib/i18n/build-path';
import { formatMonthName } from '@/lib/i18n/format-period';
import { buildArchivePath } from '@/lib/sharing/build-absolute-url';
import { MonthCalendar } from './month-calendar';

/** The months of a year that have stories, each as a small calendar under its name. */
export function YearCalendar({ year, days }: { year: string; days: PeriodCount[] }) {
  const stories = new Map(days.map(({ period, stories }) => [period, stories]));
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
  return (
    <div className="grid grid-cols-1 gap-x-10 gap-y-8 pt-6 sm:grid-cols-2 lg:grid-cols-3">
      {months
        .filter((month) => days.some(({ period }) => period.startsWith(month)))
        .map((month) => (
          <section key={month}>
            <MonthTitle
              month={month}
              stories={days
                .filter(({ period }) => period.startsWith(month))
                .reduce((sum, day) => sum + day.stories, 0)}
            />
            <MonthCalendar month={month} stories={stories} size="small" />
          </section>
        ))}
    </div>
  );
}

function MonthTitle({ month, stories }: { month: string; stories: number }) {
  const t = useTranslations('archive');
  const locale = useLocale();
  return (
    <h2 className="border-t-2 border-ink text-sm font-semibold">
      <a
        href={buildPath(locale, buildArchivePath(month))}
        className="flex min-h-11 items-center gap-x-3 hover:text-accent hover:underline"
      >
        <span>{formatMonthName(month, locale)}</span>
        <span className="text-xs font-normal text-faint">{t('storyCount', { count: stories })}</span>
      </a>
    </h2>
  );
}
