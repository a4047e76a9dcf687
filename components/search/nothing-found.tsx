import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Notice } from '@/components/layout/notice';
import { TextLink } from '@/components/ui/text-link';
import type { CategoryRef } from '@/lib/articles/article';
import { buildPath } from '@/lib/i18n/build-path';
import {
  buildSearchPath,
  filterNames,
  type SearchAddress,
  withoutFilters,
} from '@/lib/search/search-address';
import type { ListedStock } from '@/lib/search/stock-directory';
import { buildCategoryPath } from '@/lib/sharing/build-absolute-url';

interface NothingFoundProps {
  address: SearchAddress;
  /** As the reader wrote them. */
  words: string[];
  categories: CategoryRef[];
  stocks: ListedStock[];
}

const mostShorter = 4;

/** Says that nothing was found, and what else could be tried. */
export function NothingFound({ address, words, categories, stocks }: NothingFoundProps) {
  const t = useTranslations('search');
  const isFiltered = filterNames.some((name) => address[name] !== undefined);
  const shorter =
    words.length < 2
      ? []
      : words.slice(0, mostShorter).map((_, at) => words.filter((_word, other) => other !== at));
  return (
    <Notice heading="h2" title={t('nothingTitle')} text={t('nothingText')}>
      {isFiltered && (
        <p className="pt-3">
          <Way path={buildSearchPath(withoutFilters(address, filterNames))}>{t('removeAll')}</Way>
        </p>
      )}
      <Ways title={t('fewerWords')}>
        {shorter.map((rest) => {
          const q = rest.map((word) => (/\s/u.test(word) ? `"${word}"` : word)).join(' ');
          return (
            <Way key={q} path={buildSearchPath({ ...address, q, before: undefined })}>
              {q}
            </Way>
          );
        })}
      </Ways>
      <Ways title={t('otherStocks')}>
        {stocks.map(({ key, name }) => (
          <Way key={key} path={`/stock/${encodeURIComponent(key)}`}>
            {name}
          </Way>
        ))}
      </Ways>
      <Ways title={t('otherCategories')}>
        {categories.map(({ slug, name }) => (
          <Way key={slug} path={buildCategoryPath(slug)}>
            {name}
          </Way>
        ))}
      </Ways>
    </Notice>
  );
}

function Ways({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <div className="pt-4">
      <h3 className="text-sm font-semibold">{title}</h3>
      <p className="flex flex-wrap gap-x-6">{children}</p>
    </div>
  );
}

function Way({ path, children }: { path: string; children: ReactNode }) {
  return <TextLink href={buildPath(useLocale(), path)}>{children}</TextLink>;
}
