import { useLocale, useTranslations } from 'next-intl';
import type { CategoryRef } from '@/lib/articles/article';
import { buildPath } from '@/lib/i18n/build-path';
import { buildCategoryPath } from '@/lib/sharing/build-absolute-url';

/** All categories with the number of their stories. */
export function CategoryIndex({ categories }: { categories: (CategoryRef & { count: number })[] }) {
  const t = useTranslations('reader');
  const locale = useLocale();
  return (
    <ul className="grid grid-cols-1 gap-x-10 border-b border-hairline sm:grid-cols-2 lg:grid-cols-3">
      {categories.map(({ slug, name, count }) => (
        <li key={slug} className="border-t border-hairline">
          <a
            href={buildPath(locale, buildCategoryPath(slug))}
            className="flex min-h-11 items-center justify-between gap-x-4 py-2 text-base hover:text-accent hover:underline"
          >
            <span>{name}</span>
            <span className="text-xs whitespace-nowrap text-faint">{t('storyCount', { count })}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
