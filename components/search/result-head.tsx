import { useLocale, useTranslations } from 'next-intl';
import { buildPath } from '@/lib/i18n/build-path';
import { buildSearchPath, type SearchAddress } from '@/lib/search/search-address';
import type { ListedStock } from '@/lib/search/stock-directory';

interface ResultHeadProps {
  address: SearchAddress;
  count: number | null;
  isRough: boolean;
  /** The count stops there. */
  most: number;
  stocks: ListedStock[];
}

/** How many there are, in which order they stand, and which stocks the words were taken for. */
export function ResultHead({ address, count, isRough, most, stocks }: ResultHeadProps) {
  const t = useTranslations('search');
  const locale = useLocale();
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-8 pb-2 text-sm text-muted">
      {count !== null && (
        <p className="inline-flex min-h-11 items-center" data-result-count>
          {count > most ? t('countMore', { count: most }) : t(isRough ? 'countRough' : 'count', { count })}
        </p>
      )}
      <nav aria-label={t('order')} className="no-print flex gap-x-5">
        {(['best', 'newest'] as const).map((order) => (
          <a
            key={order}
            href={buildPath(locale, buildSearchPath({ ...address, order, before: undefined }))}
            aria-current={address.order === order ? 'true' : undefined}
            className="inline-flex min-h-11 items-center underline-offset-4 hover:text-accent hover:underline aria-[current=true]:font-semibold aria-[current=true]:text-accent"
          >
            {t(order)}
          </a>
        ))}
      </nav>
      {stocks.length > 0 && (
        <p className="basis-full">
          {t('alsoStock')}{' '}
          {stocks.map(({ key, name, code }) => (
            <a
              key={key}
              href={buildPath(locale, `/stock/${encodeURIComponent(key)}`)}
              className="me-4 inline-flex min-h-11 items-center text-accent underline-offset-4 hover:underline"
            >
              {name}
              {name !== code && <span className="ps-1.5 text-faint">{code}</span>}
            </a>
          ))}
        </p>
      )}
    </div>
  );
}
