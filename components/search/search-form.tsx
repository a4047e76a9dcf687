import { useLocale, useTranslations } from 'next-intl';
import { useId, type ReactNode } from 'react';
import type { CategoryRef } from '@/lib/articles/article';
import { buildPath } from '@/lib/i18n/build-path';
import { filterNames, type SearchAddress } from '@/lib/search/search-address';
import { SearchBox } from './search-box';

const inputClass = 'min-h-11 w-full min-w-0 border border-faint bg-paper px-3 text-sm text-ink';

interface SearchFormProps {
  address: SearchAddress;
  categories: CategoryRef[];
}

/** A plain GET form: each search has an address of its own. Filters stay open while one is in use. */
export function SearchForm({ address, categories }: SearchFormProps) {
  const t = useTranslations('search');
  const locale = useLocale();
  const hint = useId();
  const isFiltered = filterNames.some((name) => address[name] !== undefined);
  return (
    <form
      role="search"
      aria-label={t('heading')}
      action={buildPath(locale, '/search')}
      className="no-print max-w-3xl"
    >
      <div className="flex gap-x-2 lg:max-w-[39.5rem]">
        <SearchBox
          label={t('label')}
          placeholder={t('placeholder')}
          value={address.q}
          describedBy={hint}
          className="min-h-12 w-full min-w-0 border border-faint bg-paper px-3 text-base placeholder:text-faint"
        />
        <button
          type="submit"
          className="inline-flex min-h-12 shrink-0 cursor-pointer items-center bg-accent px-5 text-sm font-semibold text-on-accent"
        >
          {t('submit')}
        </button>
      </div>
      <p id={hint} className="pt-1 text-xs text-faint">
        {t('hint')}
      </p>
      {address.order === 'newest' && <input type="hidden" name="order" value="newest" />}
      <details open={isFiltered} className="text-sm">
        <summary className="w-fit cursor-pointer py-2.5 pe-3 text-accent">{t('filters')}</summary>
        <div className="grid gap-x-4 gap-y-3 pb-3 sm:grid-cols-2 lg:grid-cols-4">
          <Labelled label={t('category')}>
            {(id) => (
              <select id={id} name="category" defaultValue={address.category ?? ''} className={inputClass}>
                <option value="">{t('anyCategory')}</option>
                {categories.map(({ slug, name }) => (
                  <option key={slug} value={slug}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Labelled>
          <Labelled label={t('stock')}>
            {(id) => (
              <input
                id={id}
                name="stock"
                maxLength={40}
                defaultValue={address.stock}
                placeholder={t('stockHint')}
                className={`${inputClass} placeholder:text-faint`}
              />
            )}
          </Labelled>
          <Labelled label={t('from')}>
            {(id) => (
              <input id={id} type="date" name="from" defaultValue={address.from} className={inputClass} />
            )}
          </Labelled>
          <Labelled label={t('to')}>
            {(id) => <input id={id} type="date" name="to" defaultValue={address.to} className={inputClass} />}
          </Labelled>
        </div>
        <button
          type="submit"
          className="inline-flex min-h-11 cursor-pointer items-center border border-faint px-4"
        >
          {t('apply')}
        </button>
      </details>
    </form>
  );
}

/** The label beside its control, not around it: the options of a select are no part of its name. */
function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="grid min-w-0 content-start gap-1">
      <label htmlFor={id} className="text-xs text-muted">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
