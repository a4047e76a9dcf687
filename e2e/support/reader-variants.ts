/** The interface languages, each with the prefix of its addresses, and the themes of the system. */
export const readerLocales = [
  { locale: 'zh-CN', prefix: '' },
  { locale: 'zh-TW', prefix: '/zh-TW' },
  { locale: 'en', prefix: '/en' },
] as const;

export const colorSchemes = ['light', 'dark'] as const;
