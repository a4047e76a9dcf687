import { useLocale, useTranslations } from 'next-intl';
import { buildPath } from '@/lib/i18n/build-path';
import { formatPeriod } from '@/lib/i18n/format-period';
import { buildArchivePath } from '@/lib/sharing/build-absolute-url';
import type { StockDay } from '@/lib/stocks/stock';

const barWidth = 10;
const gap = 2;
const height = 80;

interface MentionsChartProps {
  name: string;
  /** Each day of the span, oldest first. */
  days: StockDay[];
}

/** Stories a day as bars, with the same in words and as a table whose days lead to the archive. */
export function MentionsChart({ name, days }: MentionsChartProps) {
  const t = useTranslations('stocks');
  const locale = useLocale();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const highest = days.reduce((best, day) => (day.stories >= best.stories ? day : best));
  const summary = t('perDayText', {
    from: formatPeriod(first.day, locale),
    to: formatPeriod(last.day, locale),
    total: days.reduce((sum, { stories }) => sum + stories, 0),
    peak: highest.stories,
    peakDay: formatPeriod(highest.day, locale),
  });
  return (
    <div className="pb-2">
      <figure>
        <svg
          role="img"
          aria-labelledby="chart-title chart-text"
          viewBox={`0 0 ${days.length * (barWidth + gap)} ${height}`}
          preserveAspectRatio="none"
          className="h-20 w-full border-b border-faint text-accent"
        >
          <title id="chart-title">{t('perDay', { name })}</title>
          <desc id="chart-text">{summary}</desc>
          {days.map(({ day, stories }, at) => (
            <Bar key={day} at={at} share={highest.stories === 0 ? 0 : stories / highest.stories} />
          ))}
        </svg>
        <figcaption className="pt-2 text-xs text-muted">{summary}</figcaption>
      </figure>
      <DayTable days={days} />
    </div>
  );
}

function Bar({ at, share }: { at: number; share: number }) {
  if (share === 0) return null;
  const length = Math.max(3, Math.round(share * height));
  return (
    <rect
      x={at * (barWidth + gap)}
      y={height - length}
      width={barWidth}
      height={length}
      fill="currentColor"
    />
  );
}

function DayTable({ days }: { days: StockDay[] }) {
  const t = useTranslations('stocks');
  const locale = useLocale();
  return (
    <details className="no-print text-sm">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-accent hover:underline">
        {t('perDayTable')}
      </summary>
      <table className="w-full max-w-sm border-collapse">
        <thead>
          <tr className="border-b border-faint text-xs text-muted">
            <th scope="col" className="py-1 text-start font-semibold">
              {t('day')}
            </th>
            <th scope="col" className="py-1 text-end font-semibold">
              {t('count')}
            </th>
          </tr>
        </thead>
        <tbody>
          {days
            .filter(({ stories }) => stories > 0)
            .reverse()
            .map(({ day, stories }) => (
              <tr key={day} className="border-b border-hairline">
                <td>
                  <a
                    href={buildPath(locale, buildArchivePath(day))}
                    className="inline-flex min-h-11 items-center text-accent hover:underline"
                  >
                    {formatPeriod(day, locale)}
                  </a>
                </td>
                <td className="text-end">{stories}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </details>
  );
}
