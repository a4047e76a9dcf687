import { isLocale } from '@/lib/i18n/locales';

/**
 * The address, without language, that the page of an absent story was asked for, as the front door names it; for the
 * language switch. One slash at its beginning: a second would make the rest a host of somebody's choice.
 */
export function readAbsentPath(path: string | string[] | undefined): string {
  if (typeof path !== 'string') return '/';
  const [first = '', ...rest] = path.replace(/^[/\\\s]+/, '').split('/');
  return `/${isLocale(first) ? rest.join('/').replace(/^[/\\\s]+/, '') : [first, ...rest].join('/')}`;
}
