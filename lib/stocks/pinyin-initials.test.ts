import { expect, test } from 'vitest';
import { buildPinyin, buildPinyinInitials } from './pinyin-initials';

test.each([
  ['贵州茅台', 'gzmt', 'guizhoumaotai'],
  ['巨化股份', 'jhgf', 'juhuagufen'],
  ['重庆啤酒', 'cqpj', 'chongqingpijiu'],
  ['招商银行', 'zsyh', 'zhaoshangyinhang'],
  ['长城汽车', 'ccqc', 'changchengqiche'],
  ['TCL科技', 'tclkj', 'tclkeji'],
  ['*ST海航', 'sthh', 'sthaihang'],
  ['万科Ａ', 'wka', 'wankea'],
  ['绿地控股', 'ldkg', 'lvdikonggu'],
  ['三六零', 'sll', 'sanliuling'],
  ['新东方-S', 'xdfs', 'xindongfangs'],
  ['Apple Inc.', '', ''],
  ['', '', ''],
])('%s', (name, initials, full) => {
  expect([buildPinyinInitials(name), buildPinyin(name)]).toEqual([initials, full]);
});
