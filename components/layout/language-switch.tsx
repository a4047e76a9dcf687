import { useLocale } from 'next-intl';
import { buildPath } from '@/lib/i18n/build-path';
import { loadMessages } from '@/lib/i18n/messages';
import { locales } from '@/lib/i18n/locales';

/** This page in the other languages, each named in its own words. */
export function LanguageSwitch({ path, className }: { path: string; className: string }) {
  const current = useLocale();
  return locales
    .filter((locale) => locale !== current)
    .map((locale) => (
      <a key={locale} href={buildPath(locale, path)} hrefLang={locale} lang={locale} className={className}>
        {loadMessages(locale).reader.languageName}
      </a>
    ));
}
