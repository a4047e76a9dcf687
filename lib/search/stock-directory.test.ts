import { expect, it } from 'vitest';
import { foldText } from './fold-text';
import { findNamedStocks, type ListedStock, suggestStocks } from './stock-directory';

const stocks: ListedStock[] = [
  ['1', '600519', '贵州茅台', 'gzmt', 'guizhoumaotai'],
  ['0', '000002', '万  科Ａ', 'wka', 'wankea'],
  ['116', '00700', '腾讯控股', 'txkg', 'tengxunkonggu'],
  ['105', 'AAPL', '苹果', 'pg', 'pingguo'],
  ['90', 'BK0493', '新能源', 'xny', 'xinnengyuan'],
].map(([market = '', code = '', name = '', initials = '', pinyin = '']) => {
  const foldedName = foldText(name).replaceAll(' ', '');
  return { key: `${market}.${code}`, code, name, kind: 'stock', foldedCode: code.toLowerCase(), foldedName, initials, pinyin }; // prettier-ignore
});

it.each([
  ['600519', ['600519']],
  ['SH600519', ['600519']],
  ['600519.SH', ['600519']],
  ['1.600519', ['600519']],
  ['６００５１９', ['600519']],
  ['gzmt', ['600519']],
  ['GuiZhouMaoTai', ['600519']],
  ['貴州茅臺', ['600519']],
  ['万科A', ['000002']],
  ['万 科A', ['000002']],
  ['00700.HK', ['00700']],
  ['700.HK', ['00700']],
  ['aapl', ['AAPL']],
  ['AAPL.O', ['AAPL']],
  ['bk0493', ['BK0493']],
  ['新能源', ['BK0493']],
  ['茅台', []],
  ['g', []],
  ['20', []],
])('%s means %j', (word, codes) => {
  expect(findNamedStocks(stocks, foldText(word)).map(({ code }) => code)).toEqual(codes);
});

it.each([
  ['6005', ['600519']],
  ['gz', ['600519']],
  ['茅台', ['600519']],
  ['guiz', ['600519']],
  ['00', ['00700', '000002']],
  ['b', ['BK0493']],
  ['！', []],
])('%s suggests %j', (typed, codes) => {
  expect(suggestStocks(stocks, foldText(typed), 5).map(({ code }) => code).sort()).toEqual(codes.toSorted()); // prettier-ignore
});
