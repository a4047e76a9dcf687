import { getConfig } from '@/lib/config/config';
import { AppError } from '@/lib/errors/app-error';
import { chooseLocale } from '@/lib/i18n/choose-locale';
import type { Locale } from '@/lib/i18n/locales';

/** The id in an address. Throws `feed-unknown` (404) for what is none. */
export function parseFeedId(id: string): number {
  if (!/^[1-9]\d{0,8}$/.test(id)) throw new AppError('feed-unknown', {}, 404);
  return Number(id);
}

/** The language that a request asks for. */
export function readLocale(request: Request): Locale {
  return chooseLocale(request.headers.get('accept-language'), getConfig().defaultLocale);
}
