import type { Locale as ReaderLocale } from './locales';

declare module 'next-intl' {
  interface AppConfig {
    Locale: ReaderLocale;
  }
}
