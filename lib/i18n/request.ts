import { getRequestConfig } from 'next-intl/server';
import { getConfig } from '@/lib/config/config';
import { isLocale, locales } from './locales';
import { loadMessages } from './messages';

/** next-intl's hook: which language, messages and time zone a server render uses. */
// eslint-disable-next-line @typescript-eslint/no-deprecated -- root params do not exist on admin pages, which share the set-up
export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = requested !== undefined && isLocale(requested) ? requested : locales[0];
  return { locale, messages: loadMessages(locale), timeZone: getConfig().timeZone };
});
