'use client';

import { useTranslations } from 'next-intl';
import { locales, type Locale } from '@/lib/i18n/locales';

const year = 365 * 24 * 60 * 60;

/** Buttons for the languages of the editors' pages; each is named in its own language. */
export function LanguageSwitch({ locale }: { locale: Locale }) {
  const t = useTranslations('admin');

  function choose(chosen: Locale) {
    remember(chosen);
    location.reload();
  }

  return (
    <div role="group" aria-label={t('language')} className="flex gap-3 text-xs">
      {locales.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === locale}
          onClick={() => choose(each)}
          className="min-h-11 cursor-pointer text-muted underline-offset-4 hover:text-accent aria-pressed:font-semibold aria-pressed:text-ink aria-pressed:underline md:min-h-6"
        >
          {t(`languages.${each}`)}
        </button>
      ))}
    </div>
  );
}

function remember(locale: Locale) {
  document.cookie = `finews_locale=${locale}; path=/; max-age=${String(year)}; samesite=lax`;
}
