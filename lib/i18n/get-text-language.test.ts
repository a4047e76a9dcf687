import { expect, test } from 'vitest';
import { getTextLanguage } from './get-text-language';

test.each([
  ['zh-CN', 'zh-CN', undefined],
  ['zh', 'zh-CN', undefined],
  ['zh-TW', 'zh-CN', 'zh-TW'],
  ['zh-CN', 'en', 'zh-CN'],
  ['en-GB', 'en', undefined],
  ['ja', 'zh-CN', 'ja'],
  ['not a tag', 'en', 'not a tag'],
])('%s inside %s: %s', (text, page, expected) => {
  expect(getTextLanguage(text, page)).toBe(expected);
});
