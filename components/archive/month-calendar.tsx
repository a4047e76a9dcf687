import { useLocale, useTranslations } from 'next-intl';
import { buildWeeks } from '@/lib/archive/archive-period';
import { buildPath } from '@/lib/i18n/build-path';
import { formatDayName, formatPeriod } from '@/lib/i18n/format-period';
import { buildArchivePath } from '@/lib/sharing/build-absolute-url';

interface MonthCalendarProps {
  /** `2022-02` */
  month: string;
  /** Stories by day. */
  stories: ReadonlyMap<string, number>;
  /** Small ones stand side by side on the page of a year and show no counts. */
  size: 'large' | 'small';
}

/** Any Monday: the head of a calendar needs the names of seven days. */
const monday = 5;

/** The days of a month in their weeks; those with stories lead to their page. */
export function MonthCalendar({ month, stories, size }: MonthCalendarProps) {
  const t = useTranslations('archive');
  const locale = useLocale();
  const title = t('calendar', { month: formatPeriod(month, locale) });
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="sr-only">{title}</caption>
      {/* As wide as it will be before all its days are here. */}
      <colgroup span={7} />
      <thead>
        <tr className="border-b border-hairline text-xs text-faint">
          {Array.from({ length: 7 }, (_, at) => `2026-01-${String(monday + at).padStart(2, '0')}`).map(
            (day) => (
              <th key={day} scope="col" className="py-1 font-normal">
                <span aria-hidden>{formatDayName(day, locale, size === 'large' ? 'short' : 'narrow')}</span>
                <span className="sr-only">{formatDayName(day, locale, 'long')}</span>
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {buildWeeks(month).map((week, row) => (
          <tr key={week.find((day) => day !== null) ?? row}>
            {week.map((day, column) => (
              <td key={day ?? column} className="p-0 text-center align-top">
                {day !== null && <DayCell day={day} stories={stories.get(day) ?? 0} size={size} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, stories, size }: { day: string; stories: number; size: 'large' | 'small' }) {
  const t = useTranslations('archive');
  const locale = useLocale();
  const number = Number(day.slice(8));
  const box = size === 'large' ? 'min-h-16 pt-2 md:min-h-20' : 'min-h-11 justify-center';
  if (stories === 0)
    return <span className={`flex flex-col items-center text-sm text-faint ${box}`}>{number}</span>;
  return (
    <a
      href={buildPath(locale, buildArchivePath(day))}
      className={`flex flex-col items-center bg-wash text-sm font-semibold text-accent outline-1 -outline-offset-1 outline-paper hover:underline ${box}`}
    >
      <span className="sr-only">{t('dayLabel', { day: formatPeriod(day, locale), count: stories })}</span>
      <span aria-hidden>{number}</span>
      {size === 'large' && (
        <span aria-hidden className="text-xs font-normal text-muted">
          {stories}
        </span>
      )}
    </a>
  );
}
