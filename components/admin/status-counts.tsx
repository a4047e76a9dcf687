import { getTranslations } from 'next-intl/server';
import type { ArticleStatus } from '@/lib/articles/article';
import type { Locale } from '@/lib/i18n/locales';

interface StatusCountsProps {
  locale: Locale;
  counts: Record<ArticleStatus | 'deleted', number>;
}

const order = ['published', 'draft', 'scheduled', 'withdrawn', 'deleted'] as const;

/** How many articles there are in each state, each leading to the list of them. */
export async function StatusCounts({ locale, counts }: StatusCountsProps) {
  const t = await getTranslations({ locale, namespace: 'admin' });
  return (
    <ul className="grid grid-cols-2 gap-px border border-hairline bg-hairline sm:grid-cols-5">
      {order.map((status) => (
        <li key={status} className="bg-paper last:max-sm:col-span-2">
          <a href={`/admin/articles?status=${status}`} className="grid px-4 py-3 hover:text-accent">
            <span className="text-xl">{t('number', { count: counts[status] })}</span>
            <span className="text-xs text-muted">{t(`articleStatus.${status}`)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
