import { createTranslator } from 'use-intl/core';
import type { Locale } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';
import type { ImportNote } from './import-note';

/** What a note says to people: what happened to the file and what to do, in one or two sentences. */
export function describeNote(note: ImportNote, locale: Locale): string {
  const t = createTranslator({ locale, messages: loadMessages(locale), namespace: 'importNotes' });
  return t(note.code, note.params);
}
