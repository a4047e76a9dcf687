import { getTranslations } from 'next-intl/server';
import type { FeedImport } from '@/lib/feeds/feed-store';
import { formatDateTime } from '@/lib/i18n/format-date';
import type { Locale } from '@/lib/i18n/locales';

interface FeedHistoryProps {
  locale: Locale;
  timeZone: string;
  imports: FeedImport[];
}

/** The polls that brought something, each with its report. */
export async function FeedHistory({ locale, timeZone, imports }: FeedHistoryProps) {
  const t = await getTranslations({ locale, namespace: 'admin.feeds' });
  return (
    <section className="grid gap-3">
      <h2 className="font-serif text-lg font-bold">{t('history')}</h2>
      {imports.length === 0 && <p className="text-sm text-muted">{t('noHistory')}</p>}
      <ul className="border-t border-ink text-sm empty:hidden">
        {imports.map(({ id, createdAt, ...counts }) => (
          <li key={id} className="flex flex-wrap gap-x-6 border-b border-hairline py-2">
            <a
              href={`/admin/imports/${encodeURIComponent(id)}`}
              className="inline-block text-accent underline underline-offset-4 max-md:py-2.5"
            >
              {formatDateTime(createdAt, timeZone)}
            </a>
            <span className="max-md:py-2.5">{t('historyCounts', counts)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
