/** Words that stand before a company's name and are none of it. */
const introductions = [
  '据悉',
  '获悉',
  '今日',
  '昨日',
  '其中',
  '以及',
  '此外',
  '同时',
  '另外',
  '对于',
  '关于',
  '包括',
  '例如',
  '公司',
  '子公司',
  '上市公司',
  '控股股东',
  '股东',
  '旗下',
  '龙头',
  '龙头股',
  '个股',
  '买入',
  '卖出',
  '维持',
  '首予',
  '上调',
  '下调',
  '增持',
  '减持',
  'A股',
  '港股',
  '美股',
  ...'和与及或将对在从由被让为向给把的是而但因即如'.split(''),
].sort((a, b) => b.length - a.length);

const legalForm = /(?:公司|集团|控股|银行|基金)$/u;
const quoted = /[“"「『《]([^“”"「」『』《》\n]{2,30})[”"」』》]\s?$/u;
/** Chinese with what may stand in a Chinese name: TCL科技, *ST海航, 万科A. */
const chinese = /[\p{sc=Han}A-Za-z0-9*·&-]{1,30}\s?$/u;
const latin =
  /(?<![\p{L}\p{N}])(?:[A-Z][\p{L}\p{N}.&'’-]{0,29})(?:[ ,]{1,2}(?:[A-Z0-9][\p{L}\p{N}.&'’-]{0,29}|of|and|de|&)){0,5}\s?$/u;

/**
 * The name that stands right before a bracket with a code: 贵州茅台, “宁德时代”, Apple Inc. Undefined when there is none.
 * It may still carry words before it (`今日贵州茅台`): see `chooseStockName`.
 * @param before the text up to the bracket, in NFKC
 */
export function readStockName(before: string): string | undefined {
  const said = quoted.exec(before)?.[1]?.trim();
  if (said !== undefined) return said;
  const run = chinese.exec(before)?.[0].trim() ?? '';
  if (/\p{sc=Han}/u.test(run)) return dropIntroductions(run) || undefined;
  const words = latin.exec(lastClause(before))?.[0].trim();
  return words === undefined || words.length < 2 ? undefined : words;
}

/** Latin names touch the Chinese around them: 将Sunoco Lp. */
function lastClause(before: string): string {
  return before.slice(Math.max(0, ...[...before.matchAll(/\p{sc=Han}/gu)].map(({ index }) => index + 1)));
}

/** A word that is one character long is taken off only where a name of the usual four remains: 和邦生物 is whole. */
function dropIntroductions(run: string): string {
  const intro = introductions.find(
    (word) => run.startsWith(word) && run.length - word.length >= (word.length === 1 ? 4 : 3),
  );
  return intro === undefined ? run : dropIntroductions(run.slice(intro.length));
}

/**
 * The best of the names that a text gives one share: the most frequent; of a long one the longest end that the text
 * uses again. Null when none is likely to be a name.
 */
export function chooseStockName(said: readonly string[], text: string): string | null {
  const counts = new Map<string, number>();
  for (const name of said) {
    const short = shortenName(name, text);
    if (short !== undefined) counts.set(short, (counts.get(short) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || a.length - b.length);
  return best?.[0] ?? null;
}

function shortenName(name: string, text: string): string | undefined {
  if (!/^[\p{sc=Han}A-Za-z0-9*·&-]+$/u.test(name) || name.length <= 4) return name;
  for (let start = 0; name.length - start >= 3; start += 1) {
    const end = name.slice(start);
    if (text.split(end).length > 2) return end;
  }
  return name.length <= 8 || legalForm.test(name) ? name : undefined;
}
