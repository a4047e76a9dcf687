import { describe, expect, it } from 'vitest';
import { findStockCodes } from './find-stock-codes';

function find(text: string): string[] {
  return findStockCodes(text).map(
    ({ market, code, name, count }) => `${market}.${code} ${name ?? '-'}${count > 1 ? ` ×${count}` : ''}`,
  );
}

describe('findStockCodes: forms', () => {
  it.each([
    ['巨化股份（600160.SH）涨停', ['1.600160 巨化股份']],
    ['腾讯控股(00700.HK)', ['116.00700 腾讯控股']],
    ['腾讯(700.HK)', ['116.00700 腾讯']],
    ['苹果（NASDAQ：AAPL）', ['105.AAPL 苹果']],
    ['苹果(AAPL.O)', ['105.AAPL 苹果']],
    ['阿里巴巴(NYSE: BABA；HKEX：9988)', ['106.BABA 阿里巴巴', '116.09988 阿里巴巴']],
    ['招商银行（600036.SH/03968.HK）', ['1.600036 招商银行', '116.03968 招商银行']],
    ['收盘600519.SH报1700元', ['1.600519 -']],
    ['贵州茅台（600519，SH）', ['1.600519 贵州茅台']],
    ['贵州茅台（SH600519，股价1700元，市值2.1万亿元）', ['1.600519 贵州茅台']],
    ['$贵州茅台(SH600519)$', ['1.600519 贵州茅台']],
    ['腾讯控股（00700，HK）', ['116.00700 腾讯控股']],
    ['贝特瑞(835185.BJ)', ['0.835185 贝特瑞']],
    ['昇兴股份(002752)1月21日', ['0.002752 昇兴股份']],
    ['智通财经获悉，腾讯控股(00700)发布公告', ['116.00700 腾讯控股']],
    ['贵州茅台（股票代码：600519）', ['1.600519 贵州茅台']],
    ['蔚来（纽交所代码：NIO）', ['106.NIO 蔚来']],
    ['港交所：00700', ['116.00700 -']],
    ['Apple Inc. (NASDAQ: AAPL) said', ['105.AAPL Apple Inc.']],
    ['将Sunoco Lp（SUN.N）目标价上调', ['106.SUN Sunoco Lp']],
    ['伯克希尔(NYSE: BRK.B)', ['106.BRK_B 伯克希尔']],
    ['新能源(BK0493)板块', ['90.BK0493 新能源']],
    ['“宁德时代”（300750.SZ）', ['0.300750 宁德时代']],
    ['６００１６０．ＳＨ', ['1.600160 -']],
    ['万科A（000002.SZ）', ['0.000002 万科A']],
    ['*ST海航(600221.sh)', ['1.600221 *ST海航']],
  ])('%s', (text, expected) => {
    expect(find(text)).toEqual(expected);
  });
});

describe('findStockCodes: names', () => {
  it.each([
    // What stands before a name is no part of it.
    ['今日贵州茅台（600519.SH）上涨', '贵州茅台'],
    ['以及和邦生物（603077.SH）', '和邦生物'],
    ['关注涨停的巨化股份（600160.SH）。巨化股份表示', '巨化股份'],
    ['宁德时代新能源科技股份有限公司（300750.SZ）', '宁德时代新能源科技股份有限公司'],
    // Nobody can tell where this one begins.
    ['我们一直看好的白酒板块里的某某酒（600519.SH）', null],
    ['代码见（600519.SH）', '代码见'],
    ['，（600519.SH）', null],
    // Several companies in one bracket: the name before is of one of them at most.
    ['苹果、微软(AAPL.O, MSFT.O)', null],
  ])('%s', (text, name) => {
    expect(findStockCodes(text)[0]?.name).toBe(name);
  });

  it('counts a share once, however often and in whatever form it is named', () => {
    expect(find('贵州茅台（600519.SH）；茅台600519.SH；SH600519')).toEqual(['1.600519 贵州茅台 ×3']);
  });
});

describe('findStockCodes: what is none', () => {
  it.each([
    '国内生产总值（GDP）和CPI',
    '联合国(U.N.)与U.S.A.',
    '邮编(100000)',
    '订单编号600519',
    '截至(202206)月',
    '电话(010)66005190',
    '共300750人',
    '(2022)京01民初600519号',
    'v1.2.3 (1.600519)',
    '港币1,000HKD',
    '12345678.SH',
    'run deploy.sh',
    '(600519)',
    'NASDAQ: the index',
    'www.600519.com',
  ])('%s', (text) => {
    expect(find(text)).toEqual([]);
  });

  it('takes no longer for a hostile text than for another', () => {
    expect(findStockCodes('('.repeat(100_000) + 'A'.repeat(100_000))).toEqual([]);
    expect(findStockCodes('（600519.SH'.repeat(20_000)).length).toBe(1);
  });
});
