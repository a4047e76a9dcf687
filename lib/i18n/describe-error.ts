import { createTranslator } from 'use-intl/core';
import type { MessageParams } from '@/lib/errors/app-error';
import type { Locale } from './locales';
import { loadMessages } from './messages';

/** The text of an error for a person: `errors.<code>`, or the general one for a code without a text. */
export function describeError(
  { code, params }: { code: string; params: MessageParams },
  locale: Locale,
): string {
  const texts: Record<string, string> = loadMessages(locale).errors;
  const t = createTranslator({ locale, messages: { errors: texts }, namespace: 'errors' });
  return t(code in texts ? code : 'unexpected', params);
}
