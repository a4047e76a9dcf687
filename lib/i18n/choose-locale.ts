import { describeTag } from './chinese-script';
import { isLocale, type Locale, locales } from './locales';

/**
 * The interface language that an `Accept-Language` header asks for first, else the fallback. Language and script
 * decide, said or implied, not the country: `zh-HK` is served by zh-TW, `zh` by zh-CN. Source: RFC 4647, 3.4.
 */
export function chooseLocale(acceptLanguage: string | null, fallback: Locale): Locale {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .slice(0, 20)
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/;\s*q=/);
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number.parseFloat(quality) || 0 };
    })
    .sort((a, b) => b.quality - a.quality);
  for (const { tag, quality } of wishes) {
    const match = quality > 0 && locales.find((locale) => isSameWriting(locale, tag));
    if (match) return match;
  }
  return isLocale(fallback) ? fallback : locales[0];
}

function isSameWriting(a: string, b: string): boolean {
  const [one, other] = [describeTag(a), describeTag(b)];
  return one.language === other.language && one.script === other.script;
}
