import { useLocale, useTranslations } from 'next-intl';
import { buildPath } from '@/lib/i18n/build-path';
import { loadMessages } from '@/lib/i18n/messages';
import { locales } from '@/lib/i18n/locales';

/**
 * This page in each language, named in its own words. `path` has the page's query; client/keep-place.ts adds the place
 * that is being read.
 */
export function LanguageSwitch({ path }: { path: string }) {
  const t = useTranslations('reader');
  const current = useLocale();
  return (
    <ul aria-label={t('languages')} className="flex gap-x-3">
      {locales.map((locale) => (
        <li key={locale} className="flex">
          <a
            href={buildPath(locale, path)}
            hrefLang={locale}
            lang={locale}
            aria-current={locale === current ? 'true' : undefined}
            data-keep-place
            className="inline-flex min-h-11 min-w-6 items-center text-muted underline-offset-4 hover:text-accent hover:underline aria-[current=true]:text-ink aria-[current=true]:no-underline"
          >
            {loadMessages(locale).reader.languageName}
          </a>
        </li>
      ))}
    </ul>
  );
}
