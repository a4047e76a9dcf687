import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { setRequestLocale } from 'next-intl/server';
import { isLocale, type Locale } from './locales';

/**
 * First line of every reader page and layout: renders at request time (the page cache keeps the result), checks
 * the language in the address and tells next-intl about it. An unknown language is a 404.
 */
export async function preparePage<P extends { locale: string }>(
  params: Promise<P>,
): Promise<Omit<P, 'locale'> & { locale: Locale }> {
  await connection();
  const { locale, ...rest } = await params;
  if (!isLocale(locale)) notFound();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- root params do not exist on admin pages, which share the set-up
  setRequestLocale(locale);
  return { ...rest, locale };
}
