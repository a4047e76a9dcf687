import { useLocale, useTranslations } from 'next-intl';
import { buildPath } from '@/lib/i18n/build-path';
import { buildArchivePath } from '@/lib/sharing/build-absolute-url';
import { minuteAnchor } from './minute-form';

/** The hours of a day with their numbers; each leads to its last minute, from where the page goes back in time. */
export function HourNav({ day, hours }: { day: string; hours: { hour: string; stories: number }[] }) {
  const t = useTranslations('archive');
  const locale = useLocale();
  return (
    <nav aria-label={t('hours')} className="no-print">
      <ul className="flex flex-wrap gap-x-3 pt-1 text-sm">
        {hours.map(({ hour, stories }) => (
          <li key={hour}>
            <a
              href={`${buildPath(locale, buildArchivePath(day))}?at=${hour}:59#${minuteAnchor}`}
              className="inline-flex min-h-11 min-w-11 flex-col items-center justify-center text-accent hover:underline"
            >
              <span className="sr-only">{t('hourLabel', { hour, count: stories })}</span>
              <span aria-hidden>{t('hour', { hour })}</span>
              <span aria-hidden className="text-xs text-faint">
                {stories}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
