import { getConfig } from '@/lib/config/config';
import type { Locale } from './locales';

/**
 * The address of a reader page in a language: the default language has no prefix (contract, "Addresses").
 * `path` begins with `/`.
 */
export function buildPath(locale: Locale, path: string): string {
  if (locale === getConfig().defaultLocale) return path;
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}
