import { getTranslations } from 'next-intl/server';
import type { CategoryRef } from '@/lib/articles/article';
import type { EditorArticleFilter } from '@/lib/articles/article-admin-store';
import { articleStatuses } from '@/lib/editors/article-filter';
import type { Locale } from '@/lib/i18n/locales';
import { buttonClass } from './button';
import { inputClass } from './field';

interface ArticleFiltersProps {
  locale: Locale;
  filter: EditorArticleFilter;
  categories: CategoryRef[];
}

/** A plain GET form: each filtered list has an address of its own. */
export async function ArticleFilters({ locale, filter, categories }: ArticleFiltersProps) {
  const t = await getTranslations({ locale, namespace: 'admin' });
  return (
    <form role="search" className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_auto]">
      <label className="grid gap-1 text-xs text-muted">
        {t('searchArticles')}
        <input type="search" name="search" defaultValue={filter.search} className={inputClass} />
      </label>
      <label className="grid gap-1 text-xs text-muted">
        {t('columns.state')}
        <select name="status" defaultValue={filter.status ?? ''} className={inputClass}>
          <option value="">{t('all')}</option>
          {articleStatuses.map((status) => (
            <option key={status} value={status}>
              {t(`articleStatus.${status}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1 text-xs text-muted">
        {t('columns.category')}
        <select name="category" defaultValue={filter.category ?? ''} className={inputClass}>
          <option value="">{t('all')}</option>
          {categories.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className={`cursor-pointer ${buttonClass()}`}>
        {t('search')}
      </button>
    </form>
  );
}
