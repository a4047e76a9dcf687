/** A share or sector as the source numbers them. */
export interface StockRef {
  /** "1" Shanghai, "0" Shenzhen and Beijing, "116" Hong Kong, "105" NASDAQ, "106" NYSE, "107" AMEX, "90" sectors. */
  market: string;
  /** "600160", "01315", "NIO", "BRK_B", "BK0493". */
  code: string;
}

/** What data services write behind a code, `600160.SH`, `NIO.N`. Source: Wind (SH, SZ, BJ, HK) and Reuters (SS, O, N, A). */
const marketBySuffix = new Map([
  ['SH', '1'],
  ['SS', '1'],
  ['XSHG', '1'],
  ['SZ', '0'],
  ['XSHE', '0'],
  ['BJ', '0'],
  ['HK', '116'],
  ['O', '105'],
  ['OQ', '105'],
  ['NASDAQ', '105'],
  ['N', '106'],
  ['NYSE', '106'],
  ['A', '107'],
  ['AMEX', '107'],
]);

const exchanges = new Map([
  ['105', 'NASDAQ'],
  ['106', 'NYSE'],
  ['107', 'AMEX'],
]);

/** Codes of the Beijing exchange: 43…, 83…, 87…, 88…, 92…. */
const beijing = /^(?:4|8|92)/u;

/** One spelling of a code: upper case, five digits in Hong Kong, `_` before a class of shares (`BRK.B`). */
export function normaliseStock({ market, code }: StockRef): StockRef {
  const upper = code.toUpperCase().replaceAll('.', '_');
  return { market, code: market === '116' && /^\d+$/u.test(upper) ? upper.padStart(5, '0') : upper };
}

/** The market that a suffix names, in any case; undefined for an unknown one. */
export function findMarketOfSuffix(suffix: string): string | undefined {
  return marketBySuffix.get(suffix.toUpperCase());
}

/** The market of six digits that stand alone: Shanghai has 60, 68 and 900; Shenzhen 00, 30 and 200; the rest Beijing. */
export function guessMainlandMarket(code: string): string | undefined {
  if (/^(?:6[08]|900)\d+$/u.test(code)) return '1';
  return /^(?:00|30|200|4[03]|8[378]|92)\d+$/u.test(code) ? '0' : undefined;
}

/** The code as people write it: `600160.SH`, `01315.HK`, `NYSE: NIO`, `BK0493`. */
export function formatStockCode({ market, code }: StockRef): string {
  const exchange = exchanges.get(market);
  if (exchange !== undefined) return `${exchange}: ${code.replace('_', '.')}`;
  if (market === '1') return `${code}.SH`;
  if (market === '0') return `${code}.${beijing.test(code) ? 'BJ' : 'SZ'}`;
  return market === '116' ? `${code}.HK` : code;
}

/** `1.600160`: how a share or sector stands in addresses and cache tags. */
export function buildStockId({ market, code }: StockRef): string {
  return `${market}.${code}`;
}

/**
 * Reads the last segment of `/stock/…` in any spelling: `1.600160`, `106.nio`, `600160.SH`, `sh600160`, `600160`,
 * `NYSE:NIO`, `bk0493`. Undefined for what names none.
 */
export function parseStockAddress(segment: string): StockRef | undefined {
  const text = segment.normalize('NFKC').trim();
  const ref = readNumbered(text) ?? readSuffixed(text) ?? readPrefixed(text) ?? readBare(text);
  return ref && normaliseStock(ref);
}

function readNumbered(text: string): StockRef | undefined {
  const [, market, code] = /^(\d{1,3})[.,]([A-Za-z0-9_-]{1,20})$/u.exec(text) ?? [];
  // `700.HK` looks like it, and is not.
  if (market === undefined || code === undefined || findMarketOfSuffix(code) === '116') return undefined;
  return { market, code };
}

function readSuffixed(text: string): StockRef | undefined {
  const [, code, suffix] = /^([A-Za-z0-9]{1,6}(?:[._-][A-Za-z])?)\.([A-Za-z]{1,6})$/u.exec(text) ?? [];
  const market = suffix === undefined ? undefined : findMarketOfSuffix(suffix);
  return market === undefined || code === undefined ? undefined : { market, code };
}

function readPrefixed(text: string): StockRef | undefined {
  const [, digitsOf, digits] = /^(sh|sz|bj|hk):?\s?(\d{1,6})$/iu.exec(text) ?? [];
  const [, exchange, letters] =
    /^(nasdaq|nyse|amex):\s?([A-Za-z]{1,5}(?:[._-][A-Za-z])?)$/iu.exec(text) ?? [];
  const market = findMarketOfSuffix(digitsOf ?? exchange ?? '');
  return market === undefined ? undefined : { market, code: digits ?? letters ?? '' };
}

function readBare(text: string): StockRef | undefined {
  if (/^bk\d{4}$/iu.test(text)) return { market: '90', code: text };
  if (/^\d{5}$/u.test(text)) return { market: '116', code: text };
  const market = /^\d{6}$/u.test(text) ? guessMainlandMarket(text) : undefined;
  return market === undefined ? undefined : { market, code: text };
}
