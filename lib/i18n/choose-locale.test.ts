import { expect, test } from 'vitest';
import { chooseLocale } from './choose-locale';

test.each([
  ['zh-TW', 'zh-TW'],
  ['zh-HK,zh;q=0.9', 'zh-TW'],
  ['zh-MO', 'zh-TW'],
  ['zh-Hant', 'zh-TW'],
  ['zh-Hant-HK', 'zh-TW'],
  ['zh', 'zh-CN'],
  ['zh-SG', 'zh-CN'],
  ['zh-Hans-HK', 'zh-CN'],
  ['ZH-cn', 'zh-CN'],
  ['en-GB,en;q=0.8', 'en'],
  ['fr, ja;q=0.9, zh-HK;q=0.8, en;q=0.7', 'zh-TW'],
  ['en;q=0.2, zh-TW;q=0.9', 'zh-TW'],
  ['zh-TW;q=0, en', 'en'],
  ['fr', 'en'],
  ['*', 'en'],
  ['', 'en'],
  ['not a tag,,;q=1', 'en'],
  [null, 'en'],
])('%j asks for %s', (header, locale) => {
  expect(chooseLocale(header, 'en')).toBe(locale);
});
