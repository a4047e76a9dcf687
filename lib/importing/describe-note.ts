import { createTranslator } from 'use-intl/core';
import type { Locale } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';
import type { ImportNote } from './import-note';

/** Stand-ins for what an older report may not have kept: a text must come out all the same. */
const defaults = {
  from: 'other',
  date: '',
  value: '',
  charset: '',
  count: 1,
  type: 'other',
  size: 0,
  limit: 0,
  path: '',
  reason: '',
  slug: '',
  columns: '',
  title: '',
  excerpt: '',
  addresses: '',
};

// Reports have thousands of notes; a translator keeps the texts it has parsed.
const translators = new Map<Locale, ReturnType<typeof buildTranslator>>();

/** What a note says to people: what happened to the file and what to do, in one or two sentences. */
export function describeNote(note: ImportNote, locale: Locale): string {
  const translate = translators.get(locale) ?? buildTranslator(locale);
  translators.set(locale, translate);
  const params = { ...defaults, ...note.params };
  // ICU allows no hyphen in the names of choices.
  return translate(note.code, { ...params, from: params.from.replaceAll('-', '_') });
}

function buildTranslator(locale: Locale) {
  return createTranslator({ locale, messages: loadMessages(locale), namespace: 'importNotes' });
}
