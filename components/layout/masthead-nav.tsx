import { useLocale, useTranslations } from 'next-intl';
import { LanguageSwitch } from './language-switch';
import { buildPath } from '@/lib/i18n/build-path';

const control =
  'inline-flex min-h-11 items-center underline-offset-4 hover:text-accent hover:underline aria-[current=page]:text-accent';

/** Ways through the site, the other languages and the reading settings; the last work by script and are hidden without. */
export function MastheadNav({ path }: { path: string }) {
  const t = useTranslations('reader');
  const reading = useTranslations('reading');
  const locale = useLocale();
  return (
    <nav
      aria-label={t('mainNavigation')}
      className="no-print flex basis-full flex-wrap items-center gap-x-4 text-sm lg:gap-x-5"
    >
      <a href={buildPath(locale, '/')} className={control} aria-current={path === '/' ? 'page' : undefined}>
        {t('home')}
      </a>
      <a
        href={buildPath(locale, '/category')}
        className={control}
        aria-current={path === '/category' ? 'page' : undefined}
      >
        {t('allCategories')}
      </a>
      <a
        href={buildPath(locale, '/archive')}
        className={control}
        aria-current={path.startsWith('/archive') ? 'page' : undefined}
      >
        {t('archive')}
      </a>
      <a
        href={buildPath(locale, '/saved')}
        className={control}
        aria-current={path === '/saved' ? 'page' : undefined}
      >
        {t('saved')}
      </a>
      <LanguageSwitch path={path} />
      <button
        type="button"
        data-open-settings
        aria-haspopup="dialog"
        className={`${control} needs-script cursor-pointer`}
      >
        {reading('settings')}
      </button>
    </nav>
  );
}
