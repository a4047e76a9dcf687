import type { Locale } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';

/** The texts that the editors' pages need in the browser; those of the reader pages stay on the server. */
export function loadAdminMessages(locale: Locale) {
  const { admin, errors, importOutcomes, signIn } = loadMessages(locale);
  return { admin, errors, importOutcomes, signIn };
}
