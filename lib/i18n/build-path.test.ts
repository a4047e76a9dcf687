import { afterEach, expect, test, vi } from 'vitest';
import type { Locale } from './locales';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test.each<[Locale, Record<Locale, string>]>([
  ['zh-CN', { 'zh-CN': '/', 'zh-TW': '/zh-TW', en: '/en' }],
  ['zh-TW', { 'zh-CN': '/zh-CN', 'zh-TW': '/', en: '/en' }],
  ['en', { 'zh-CN': '/zh-CN', 'zh-TW': '/zh-TW', en: '/' }],
])('with %s as the default language, it alone has no prefix', async (defaultLocale, fronts) => {
  vi.stubEnv('DEFAULT_LOCALE', defaultLocale);
  const { buildPath } = await import('./build-path');
  for (const [locale, front] of Object.entries(fronts) as [Locale, string][]) {
    expect(buildPath(locale, '/')).toBe(front);
    expect(buildPath(locale, '/search?q=a')).toBe(`${front === '/' ? '' : front}/search?q=a`);
  }
});
