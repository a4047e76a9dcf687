import { describe, expect, it, test } from 'vitest';
import { buildStockId, formatStockCode, parseStockAddress } from './stock-code';

describe('parseStockAddress', () => {
  it.each([
    ['1.600160', '1.600160'],
    ['90.BK0493', '90.BK0493'],
    ['90.bk0493', '90.BK0493'],
    ['bk0493', '90.BK0493'],
    ['106.nio', '106.NIO'],
    ['1,600160', '1.600160'],
    ['600160.SH', '1.600160'],
    ['600160.ss', '1.600160'],
    ['002752.sz', '0.002752'],
    ['830799.BJ', '0.830799'],
    ['700.HK', '116.00700'],
    ['00700.hk', '116.00700'],
    ['116.700', '116.00700'],
    ['AAPL.O', '105.AAPL'],
    ['NIO.N', '106.NIO'],
    ['BRK.B.N', '106.BRK_B'],
    ['sh600160', '1.600160'],
    ['SZ000001', '0.000001'],
    ['hk00700', '116.00700'],
    ['NYSE:NIO', '106.NIO'],
    ['nasdaq: aapl', '105.AAPL'],
    ['600160', '1.600160'],
    ['300343', '0.300343'],
    ['920002', '0.920002'],
    ['00700', '116.00700'],
    ['６００１６０．ＳＨ', '1.600160'],
    // Markets that we know nothing of keep their number.
    ['100.NDX', '100.NDX'],
  ])('%s is %s', (segment, id) => {
    const ref = parseStockAddress(segment);
    expect(ref && buildStockId(ref)).toBe(id);
  });

  it.each(['', 'NIO', '123456', '12345678', '600160.XX', '../x', '1.600160/x', '贵州茅台', '1.a b'])(
    '%j names none',
    (segment) => {
      expect(parseStockAddress(segment)).toBeUndefined();
    },
  );
});

test.each([
  ['1', '600160', '600160.SH'],
  ['0', '002752', '002752.SZ'],
  ['0', '830799', '830799.BJ'],
  ['0', '920002', '920002.BJ'],
  ['116', '01315', '01315.HK'],
  ['105', 'AAPL', 'NASDAQ: AAPL'],
  ['106', 'BRK_B', 'NYSE: BRK.B'],
  ['107', 'IMO', 'AMEX: IMO'],
  ['90', 'BK0493', 'BK0493'],
  ['100', 'NDX', 'NDX'],
])('%s.%s is written %s', (market, code, written) => {
  expect(formatStockCode({ market, code })).toBe(written);
});
