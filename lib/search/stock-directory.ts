import { getDb } from '@/lib/db/prisma-client';
import { z } from 'zod';
import { foldText } from './fold-text';

/** A share or sector as the search knows it. */
export interface ListedStock {
  /** `{market}.{code}` */
  key: string;
  code: string;
  name: string;
  kind: string;
  foldedCode: string;
  /** Without spaces: `万 科Ａ` is `万科a`. */
  foldedName: string;
  /** `gzmt`, `guizhoumaotai`; empty where nobody worked it out. */
  initials: string;
  pinyin: string;
}

const freshMs = 30_000;
const stockRow = z.object({
  market: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  pinyin_initials: z.string().nullish(),
  pinyin: z.string().nullish(),
});

interface Directory {
  stocks: ListedStock[];
  /** Number and newest id of the stocks: what a new one changes. */
  mark: string;
  readAt: number;
}

const directoryKey = Symbol.for('finews.stock-directory');
const shared = globalThis as typeof globalThis & { [directoryKey]?: Directory };

/**
 * All stocks and sectors that posts ever named; some thousands, kept in memory. A new one is there at once, a new name of
 * an old one within half a minute.
 */
export async function listStocks(): Promise<ListedStock[]> {
  const { _max, _count } = await getDb().stock.aggregate({ _max: { id: true }, _count: true });
  const mark = `${_count}:${_max.id ?? 0}`;
  const known = shared[directoryKey];
  if (known?.mark === mark && Date.now() - known.readAt < freshMs) return known.stocks;
  const rows = await getDb().$queryRaw<{ stock: unknown }[]>`SELECT to_jsonb(s) AS stock FROM stocks s`;
  const stocks = rows.map(({ stock }) => toListedStock(stockRow.parse(stock)));
  shared[directoryKey] = { stocks, mark, readAt: Date.now() };
  return stocks;
}

function toListedStock(row: z.infer<typeof stockRow>): ListedStock {
  const { market, code, name, kind } = row;
  return {
    key: `${market}.${code}`,
    code,
    name,
    kind,
    foldedCode: code.toLowerCase(),
    foldedName: withoutSpaces(foldText(name)),
    initials: row.pinyin_initials ?? '',
    pinyin: row.pinyin ?? '',
  };
}

const mostStocks = 8;

/** The stocks that a folded word means: by code with or without its exchange, whole name, initials or pinyin. */
export function findNamedStocks(stocks: readonly ListedStock[], folded: string): ListedStock[] {
  const word = withoutSpaces(folded);
  const codes = new Set([word, ...readCode(folded)]);
  const found = stocks.filter(
    (stock) =>
      codes.has(stock.foldedCode) ||
      codes.has(stock.key.toLowerCase()) ||
      stock.foldedName === word ||
      (word.length > 1 && (stock.initials === word || stock.pinyin === word)),
  );
  return found.slice(0, mostStocks);
}

/** `600519.SH`, `sh600519`, `1.600519` and `700 hk` as codes; folding made spaces of the points. */
function readCode(folded: string): string[] {
  const code = folded.trim();
  const [, before, behind] =
    /^(?:sh|sz|bj|hk)? ?(\d{3,6})$/.exec(code) ??
    /^()(\d{3,6}|[a-z]{1,5}) ?(?:sh|ss|sz|bj|hk|us|n|o)$/.exec(code) ??
    [];
  const found = before || behind;
  const market = /^(\d{1,3}) ([a-z0-9]+)$/.exec(code);
  return [
    ...(found ? [found, ...(found.length < 5 ? [found.padStart(5, '0')] : [])] : []),
    ...(market ? [`${market[1] ?? ''}.${market[2] ?? ''}`] : []),
  ];
}

/** Stocks whose code, name, initials or pinyin begins with what is typed so far, or whose name has it; best first. */
export function suggestStocks(stocks: readonly ListedStock[], folded: string, limit: number): ListedStock[] {
  const typed = withoutSpaces(folded);
  if (typed === '') return [];
  const ranked = stocks.flatMap((stock) => {
    const rank = rankStock(stock, typed);
    return rank === undefined ? [] : [{ stock, rank }];
  });
  ranked.sort((a, b) => a.rank - b.rank || a.stock.name.length - b.stock.name.length);
  return ranked.slice(0, limit).map(({ stock }) => stock);
}

function rankStock(
  { foldedCode, foldedName, initials, pinyin }: ListedStock,
  typed: string,
): number | undefined {
  if ([foldedCode, foldedName, initials].includes(typed)) return 0;
  if (foldedCode.startsWith(typed) || foldedName.startsWith(typed)) return 1;
  if (typed.length > 1 && initials.startsWith(typed)) return 2;
  if (typed.length > 2 && pinyin.startsWith(typed)) return 3;
  return foldedName.includes(typed) ? 4 : undefined;
}

function withoutSpaces(folded: string): string {
  return folded.replaceAll(' ', '');
}
