import { chooseLocale } from '@/lib/i18n/choose-locale';
import { isLocale, type Locale } from '@/lib/i18n/locales';

/** Cookie in which the editors' pages keep the chosen language. */
export const localeCookie = 'finews_locale';

/** Language of the editors' pages: the one chosen there, else what the browser asks for, else the default. */
export function chooseAdminLocale(
  chosen: string | undefined,
  acceptLanguage: string | null,
  fallback: Locale,
): Locale {
  return chosen !== undefined && isLocale(chosen) ? chosen : chooseLocale(acceptLanguage, fallback);
}
