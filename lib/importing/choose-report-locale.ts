import { getConfig } from '@/lib/config/config';
import { chooseLocale } from '@/lib/i18n/choose-locale';
import type { Locale } from '@/lib/i18n/locales';

/** The language of a report's messages: the one stated, else what the reader's browser asks for. */
export function chooseReportLocale(request: Request, stated: Locale | undefined): Locale {
  return stated ?? chooseLocale(request.headers.get('accept-language'), getConfig().defaultLocale);
}
