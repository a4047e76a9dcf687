import { chooseStockName, readStockName } from './stock-name';
import { findMarketOfSuffix, guessMainlandMarket, normaliseStock, type StockRef } from './stock-code';

/** A share or sector that a text names by its code. */
export interface CodedStock extends StockRef {
  /** What the text calls it, when that stands before the brackets with the code. */
  name: string | null;
  kind: 'stock' | 'sector';
  count: number;
}

interface Found extends StockRef {
  at: number;
}

/** A text can be long and hostile: no more than this is looked at, in characters, and no more codes are taken. */
const maxText = 200_000;
const maxCodes = 500;

const label = '(?:(?:A|B|H|港|美)?股?(?:股票|证券|股份|上市|交易)?(?:代码|代号|代碼|代號)|stock code|ticker)';
const notInWord = '(?<![A-Za-z0-9.])';
const ticker = '([A-Z]{1,5}(?:[.][A-Z])?)(?![A-Za-z0-9.])';

const usExchanges = new Map([
  ['105', 'NASDAQ(?:\\s?(?:GS|GM|CM))?|纳斯达克(?:交易所)?|納斯達克'],
  ['106', 'NYSE|纽交所|紐交所|纽约证券交易所|纽约证交所'],
  ['107', 'AMEX|NYSE\\s(?:American|MKT)|美交所|美国证券交易所'],
]);
const numberExchanges = new Map([
  ['116', 'SEHK|HKEX|HKSE|HK|港交所|联交所|聯交所|香港交易所|香港联合交易所'],
  ['1', 'SSE|SHSE|SH|上交所|上海证券交易所'],
  ['0', 'SZSE|SZ|BSE|BJ|深交所|深圳证券交易所|北交所|北京证券交易所'],
]);

/** What every form has in it. Most texts have nothing of it, and are done with in a few microseconds. */
const anySign =
  /\d\s?[.,·．，]\s?(?:SH|SS|SZ|BJ|HK|XSH)|(?:SH|SZ|BJ|HK)[:：]?\s?\d|BK\d{4}|NASDAQ|NYSE|AMEX|纳斯达克|納斯達克|[纽紐美]交所|证交所|证券交易所|[联聯]交所|[上深北港]交所|SSE|SZSE|HKEX|HKSE|SEHK|BSE|代[码碼号號]|code|[([（]\s?(?:\d{5,6}|[A-Z]{1,5}\.[ONA])/iu;

/** Forms that are sure enough to count anywhere in a text. */
const anywhere: { pattern: RegExp; read: (groups: string[]) => StockRef | undefined }[] = [
  // 600519.SH, 00700.HK, and the newspapers' 600519，SH
  {
    pattern: new RegExp(`${notInWord}(\\d{6})\\s?[.,·]\\s?(SH|SS|SZ|BJ|XSHG|XSHE)(?![A-Za-z0-9])`, 'giu'),
    read: ([code = '', suffix = '']) => withMarket(findMarketOfSuffix(suffix), code),
  },
  {
    pattern: new RegExp(`${notInWord}(\\d{1,5})\\s?\\.\\s?HK(?![A-Za-z0-9])`, 'giu'),
    read: ([code = '']) => withMarket('116', code),
  },
  {
    pattern: new RegExp(`${notInWord}(\\d{5}),\\s?HK(?![A-Za-z0-9])`, 'gu'),
    read: ([code = '']) => withMarket('116', code),
  },
  // SH600519, HK00700
  {
    pattern: /(?<![A-Za-z0-9])(SH|SZ|BJ)(\d{6})(?!\d)/giu,
    read: ([prefix = '', code = '']) => withMarket(findMarketOfSuffix(prefix), code),
  },
  { pattern: /(?<![A-Za-z0-9])HK(0\d{4})(?!\d)/gu, read: ([code = '']) => withMarket('116', code) },
  // NASDAQ: AAPL, 纽交所代码：NIO, AAPL.NASDAQ
  ...[...usExchanges].map(([market, names]) => ({
    pattern: new RegExp(`(?:(?<![A-Za-z])|(?<=\\p{sc=Han}))(?:${names})${label}?\\s?:\\s?${ticker}`, 'giu'),
    read: ([code = '']: string[]) => (/^[A-Z.]+$/u.test(code) ? withMarket(market, code) : undefined),
  })),
  {
    pattern: /(?<![A-Za-z0-9.])([A-Z]{1,5})\s?[.:]\s?(NASDAQ|NYSE|AMEX)(?![A-Za-z])/gu,
    read: ([code = '', name = '']) => withMarket(findMarketOfSuffix(name), code),
  },
  // 港交所：00700, SSE: 600519
  ...[...numberExchanges].map(([market, names]) => ({
    pattern: new RegExp(`(?<![A-Za-z])(?:${names})${label}?\\s?:\\s?(\\d{1,6})(?![0-9.])`, 'giu'),
    read: ([code = '']: string[]) =>
      code.length === 6 || (market === '116' && code.length < 6) ? withMarket(market, code) : undefined,
  })),
  // 股票代码：600519
  {
    pattern: new RegExp(`(?:股票|证券|证劵|證券)(?:代码|代號|代碼)\\s?:\\s?(\\d{6})(?!\\d)`, 'gu'),
    read: ([code = '']) => withMarket(guessMainlandMarket(code), code),
  },
  { pattern: /(?<![A-Za-z0-9])(BK\d{4})(?!\d)/gu, read: ([code = '']) => withMarket('90', code) },
];

/** Forms that mean a share only in brackets, behind a name: (AAPL.O), (002752), (00700). */
const inBrackets: typeof anywhere = [
  {
    pattern: /(?<![A-Za-z0-9.])([A-Z]{1,5})\.(OQ|O|N|A)(?![A-Za-z0-9.])/gu,
    read: ([code = '', suffix = '']) => withMarket(findMarketOfSuffix(suffix), code),
  },
  {
    pattern: /^\s?((?:60[0135]|68[89]|00[0-3]|30[0-2]|920)\d{3})(?=\s?$|[,;/、])/gu,
    read: ([code = '']) => withMarket(guessMainlandMarket(code), code),
  },
  { pattern: /^\s?(0\d{4})(?=\s?$|[,;/、])/gu, read: ([code = '']) => withMarket('116', code) },
];

/**
 * The shares and sectors that a text names by their codes, each once, in the order of the first mention: （600160.SH）,
 * (00700.HK), （NASDAQ：AAPL）, (NIO.N), SH600519, 股票代码：600519, BK0493, full-width or not. Six or five digits alone
 * count only in brackets behind a name; letters alone never do (GDP, CPI).
 */
export function findStockCodes(source: string): CodedStock[] {
  const text = source.slice(0, maxText).normalize('NFKC');
  if (!anySign.test(text)) return [];
  const found = new Map<number, Found>();
  for (const form of anywhere) collect(text, 0, form, found);
  const names = new Map<Found, string>();
  for (const bracket of text.matchAll(/[([]([^()[\]\n]{1,80})[)\]]/gu)) {
    const [, inside = ''] = bracket;
    const start = bracket.index + 1;
    const name = readStockName(text.slice(Math.max(0, bracket.index - 60), bracket.index));
    if (name !== undefined) for (const form of inBrackets) collect(inside, start, form, found);
    const codes = [...found.values()].filter(({ at }) => at >= start && at < start + inside.length);
    // One company listed in several places has one code in each; several codes of one place are several companies.
    const isOne = new Set(codes.map(({ market }) => market)).size === codes.length;
    if (name !== undefined && isOne) for (const code of codes) names.set(code, name);
  }
  return countFound(text, [...found.values()], names);
}

function collect(
  text: string,
  offset: number,
  { pattern, read }: (typeof anywhere)[number],
  found: Map<number, Found>,
): void {
  for (const match of text.matchAll(pattern)) {
    if (found.size >= maxCodes) return;
    const ref = read(match.slice(1));
    const at = offset + match.index;
    if (ref && !isTaken(found, at, match[0].length)) found.set(at, { ...normaliseStock(ref), at });
  }
}

/** Two forms can see one code: SH600519.SH. */
function isTaken(found: Map<number, Found>, at: number, length: number): boolean {
  return Array.from({ length }, (_, distance) => at + distance).some((place) => found.has(place));
}

function withMarket(market: string | undefined, code: string): StockRef | undefined {
  return market === undefined ? undefined : { market, code };
}

function countFound(text: string, found: Found[], names: Map<Found, string>): CodedStock[] {
  const byId = Map.groupBy(
    found.sort((a, b) => a.at - b.at),
    ({ market, code }) => `${market}.${code}`,
  );
  return [...byId.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const said = group.flatMap((one) => names.get(one) ?? []);
    const kind = first.market === '90' ? 'sector' : 'stock';
    return [
      {
        market: first.market,
        code: first.code,
        name: chooseStockName(said, text),
        kind,
        count: group.length,
      },
    ];
  });
}
