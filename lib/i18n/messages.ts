import en from '@/content/messages/en.json';
import zhCN from '@/content/messages/zh-CN.json';
import zhTW from '@/content/messages/zh-TW.json';
import type { Locale } from './locales';

const messagesByLocale = { 'zh-CN': zhCN, 'zh-TW': zhTW, en } satisfies Record<Locale, object>;

export type Messages = typeof zhCN;

/** The interface texts of one language. */
export function loadMessages(locale: Locale): Messages {
  return messagesByLocale[locale];
}
