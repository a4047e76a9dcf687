import { expect, test } from 'vitest';
import { findChineseScript, getChineseScript } from './chinese-script';

test.each([
  ['zh', 'Hans'],
  ['zh-CN', 'Hans'],
  ['zh-SG', 'Hans'],
  ['zh-Hans-HK', 'Hans'],
  ['zh-TW', 'Hant'],
  ['zh-HK', 'Hant'],
  ['zh-MO', 'Hant'],
  ['ZH-hant', 'Hant'],
  ['en', undefined],
  ['ja', undefined],
  ['', undefined],
  ['not a tag', undefined],
])('%j is written in %s', (tag, script) => {
  expect(getChineseScript(tag)).toBe(script);
});

test.each([
  ['中国人民银行发布报告', 'Hans'],
  ['中國人民銀行發布報告', 'Hant'],
  ['台積電', 'Hant'],
  ['茅台', undefined],
  ['GDP 3.5%', undefined],
  ['', undefined],
  ['该公司的品牌“華為”在国内销量领先', 'Hans'],
])('%s: %s', (text, script) => {
  expect(findChineseScript(text)).toBe(script);
});
