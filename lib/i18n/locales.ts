/** Languages of the interface, the first being the fallback. Source: the files in `content/messages`. */
export const locales = ['zh-CN', 'zh-TW', 'en'] as const;

export type Locale = (typeof locales)[number];

/** Whether a path segment or setting names a language of the interface. */
export function isLocale(value: string): value is Locale {
  return (locales as readonly string[]).includes(value);
}
