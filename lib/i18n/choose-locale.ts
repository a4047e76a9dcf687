import { isLocale, type Locale, locales } from './locales';

/** The interface language that an `Accept-Language` header asks for first, else the fallback. */
export function chooseLocale(acceptLanguage: string | null, fallback: Locale): Locale {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .slice(0, 20)
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/;\s*q=/);
      return {
        tag: tag.trim().toLowerCase(),
        quality: quality === undefined ? 1 : Number.parseFloat(quality) || 0,
      };
    })
    .sort((a, b) => b.quality - a.quality);
  for (const { tag, quality } of wishes) {
    const language = tag.split('-')[0];
    const match = quality > 0 && locales.find((locale) => locale.split('-')[0]?.toLowerCase() === language);
    if (match) return match;
  }
  return isLocale(fallback) ? fallback : locales[0];
}
