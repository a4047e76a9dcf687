import { getTranslations } from 'next-intl/server';
import type { FeedItem } from '@/lib/feeds/feed-store';
import { formatDateTime } from '@/lib/i18n/format-date';
import type { Locale } from '@/lib/i18n/locales';
import { cellClass, headClass, TableFrame } from '../table-frame';

interface FeedItemsProps {
  locale: Locale;
  timeZone: string;
  items: FeedItem[];
}

/** What a source brought last, each with its article. */
export async function FeedItems({ locale, timeZone, items }: FeedItemsProps) {
  const t = await getTranslations({ locale, namespace: 'admin.feeds' });
  const columns = ['title', 'outcome', 'published', 'imported'] as const;
  return (
    <section className="grid gap-3">
      <h2 className="font-serif text-lg font-bold">{t('items')}</h2>
      {items.length === 0 ? (
        <p className="text-sm text-muted">{t('noItems')}</p>
      ) : (
        <TableFrame label={t('items')}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={headClass}>
                  {t(`itemColumns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={`${item.importedAt.getTime()} ${item.path}`}>
                <th scope="row" className={`${cellClass} min-w-52 font-serif font-normal`}>
                  <ItemTitle item={item} />
                </th>
                <td className={`${cellClass} whitespace-nowrap`}>{t(`itemOutcome.${item.outcome}`)}</td>
                <td className={`${cellClass} whitespace-nowrap`}>
                  {item.publishedAt && formatDateTime(item.publishedAt, timeZone)}
                </td>
                <td className={`${cellClass} whitespace-nowrap`}>
                  {formatDateTime(item.importedAt, timeZone)}
                </td>
              </tr>
            ))}
          </tbody>
        </TableFrame>
      )}
    </section>
  );
}

function ItemTitle({ item: { slug, title, path } }: { item: FeedItem }) {
  if (slug === null) return <>{title ?? path}</>;
  return (
    <a
      href={`/admin/articles/${encodeURIComponent(slug)}`}
      className="inline-block hover:text-accent hover:underline max-md:py-2.5"
    >
      {title ?? slug}
    </a>
  );
}
