import { expect, test } from 'vitest';
import { breakPieces } from './break-pieces';

function cut(text: string): string {
  return breakPieces(text)
    .map((piece) => piece.text)
    .join('|');
}

test.each([
  ['央行降准', '央|行|降|准'],
  ['降准，利好', '降|准，|利|好'],
  ['签署《协议》。', '签|署|《协|议》。'],
  ['（300750.SZ）大涨', '（300750.SZ）|大|涨'],
  ['涨4.8%至3,300.5点', '涨|4.8%|至|3,300.5|点'],
  ['合计约$12.5亿', '合|计|约|$12.5|亿'],
  ['涉及“神行”电池', '涉|及|“神|行”|电|池'],
  ['合作——然而……终止', '合|作——|然|而……|终|止'],
  ['AI chips lead', 'AI|chips|lead'],
  ['A股、B股', 'A|股、|B|股'],
  ['《（双）》', '《（双）》'],
  ['ショート', 'ショー|ト'],
  ['C++与C#', 'C++|与|C#'],
  ['e\u0301te\u0301', 'e\u0301te\u0301'],
  ['삼성전자 실적', '삼성전자|실적'],
  ['', ''],
  ['。', '。'],
])('%s is cut %s', (text, pieces) => {
  expect(cut(text)).toBe(pieces);
});

test('knows which breaks part a word, or a number from what it counts', () => {
  const inWord = (text: string) =>
    breakPieces(text)
      .filter((piece) => piece.isInWord)
      .map((piece) => piece.text);
  expect(inWord('上市公司质量')).toEqual(['上', '公', '质']);
  expect(inWord('约5点')).toEqual(['5']);
  expect(inWord('big news')).toEqual([]);
});
