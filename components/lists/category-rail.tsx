import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import { TimeStamp } from '@/components/ui/time-stamp';
import { buildPath } from '@/lib/i18n/build-path';
import { buildCategoryPath } from '@/lib/sharing/build-absolute-url';

export interface RailCategory {
  slug: string;
  name: string;
  count: number;
  newestAt: Date;
}

/** Categories beside the stream: how much each holds and when it last spoke. */
export function CategoryRail({ categories }: { categories: RailCategory[] }) {
  const t = useTranslations('reader');
  const locale = useLocale();
  return (
    <>
      <ul className="grid grid-cols-2 gap-x-6 lg:grid-cols-1">
        {categories.map(({ slug, name, count, newestAt }) => (
          <li key={slug} className="border-t border-hairline">
            <a
              href={buildPath(locale, buildCategoryPath(slug))}
              className="flex min-h-11 items-center gap-x-2 py-1.5 text-sm hover:text-accent hover:underline pointer-fine:lg:min-h-9"
            >
              <span>{name}</span>
              <span className="text-xs text-faint">{count}</span>
              <TimeStamp date={newestAt} className="ms-auto hidden text-xs text-faint lg:inline" />
            </a>
          </li>
        ))}
      </ul>
      <TextLink href={buildPath(locale, '/category')} className="text-sm">
        {t('allCategories')}
      </TextLink>
    </>
  );
}
