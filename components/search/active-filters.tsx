import { useLocale, useTranslations } from 'next-intl';
import { buildPath } from '@/lib/i18n/build-path';
import { buildSearchPath, filterNames, type FilterName, type SearchAddress, withoutFilters } from '@/lib/search/search-address'; // prettier-ignore

interface ActiveFiltersProps {
  address: SearchAddress;
  /** What the category and the stock are called. */
  names: { category?: string | undefined; stock?: string | undefined };
}

const linkClass =
  'inline-flex min-h-11 items-center gap-x-1.5 text-accent underline-offset-4 hover:underline';

/** The filters in use, each a link to the same search without it. */
export function ActiveFilters({ address, names }: ActiveFiltersProps) {
  const t = useTranslations('search');
  const locale = useLocale();
  const active = filterNames.filter((name) => address[name] !== undefined);
  if (active.length === 0) return null;
  const texts: Record<FilterName, string> = {
    category: names.category ?? address.category ?? '',
    stock: names.stock ?? t('unknownStock', { name: address.stock ?? '' }),
    from: t('fromDay', { day: address.from ?? '' }),
    to: t('toDay', { day: address.to ?? '' }),
  };
  return (
    <nav aria-label={t('activeFilters')} className="no-print flex flex-wrap gap-x-5 text-sm">
      {active.map((name) => (
        <a
          key={name}
          href={buildPath(locale, buildSearchPath(withoutFilters(address, [name])))}
          aria-label={t('removeFilter', { name: texts[name] })}
          className={linkClass}
        >
          {texts[name]} <span aria-hidden="true">×</span>
        </a>
      ))}
      {active.length > 1 && (
        <a href={buildPath(locale, buildSearchPath(withoutFilters(address, active)))} className={linkClass}>
          {t('removeAll')}
        </a>
      )}
    </nav>
  );
}
