import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import { buildPath } from '@/lib/i18n/build-path';

/** Links to the front page and the categories from a page that leads nowhere else. */
export function WaysOn() {
  const t = useTranslations('reader');
  const locale = useLocale();
  return (
    <nav aria-label={t('waysOn')} className="flex flex-wrap gap-x-6 pt-4">
      <TextLink href={buildPath(locale, '/')}>{t('home')}</TextLink>
      <TextLink href={buildPath(locale, '/category')}>{t('allCategories')}</TextLink>
    </nav>
  );
}
