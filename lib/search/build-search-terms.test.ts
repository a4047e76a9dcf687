import { describe, expect, it } from 'vitest';
import { addStockTerms, buildSearchTerms, listPhraseTerms } from './build-search-terms';
import { foldText, foldWithPlaces } from './fold-text';

describe('foldText', () => {
  it.each([
    ['貴州茅臺（600519.SH）', '贵州茅台 600519 sh '],
    ['萬 科Ａ', '万科 a '],
    ['蔚来ET7新能源', '蔚来 et7 新能源'],
    ['蔚来 ET7 新能源', '蔚来 et7 新能源'],
    ['降准，降息\n下一行', '降准 降息 下一行'],
    ['Hello,  World', ' hello world '],
    ['１２．５％', ' 12 5 '],
    ['Moët ÉTÉ', ' moet ete '],
    ['Moe\u0308t', ' moet '],
    ['㈱ソニー', ' 株 ソニー'.trimStart()],
    ['𠀀𠀁臺灣', '𠀀𠀁台湾'],
    ['a\ud800b', ' a b '],
    ['\u0000涨\u0007停', '涨 停'],
    ['', ''],
    ['…！', ''],
  ])('%j is %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it.each(['乾隆皇帝', '著作', '臺灣發展', '里程碑', '只有一隻'])(
    'changes nothing the second time: %s',
    (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    },
  );

  it('knows where each character comes from', () => {
    const { text, places } = foldWithPlaces('涨3.5％，㈱');
    expect(text).toBe('涨 3 5 株');
    expect(places).toEqual([0, -1, 1, -1, 3, -1, 6]);
  });
});

describe('terms', () => {
  it('are characters, pairs and words, and those of the title once more', () => {
    const article = buildSearchTerms({ title: '涨停', digest: 'NIO', bodyText: '公司sh600519。' });
    expect(addStockTerms(article, [])).toEqual(article);
    const { terms } = addStockTerms(article, ['106.NIO', '90.BK0493']);
    expect(terms.split(' ').sort()).toEqual(
      ['^涨', '^停', '^涨停', '涨', '停', '涨停', 'nio', '公', '司', '公司', 'sh600519', '600519', '$106.nio', '$90.bk0493'].sort(), // prettier-ignore
    );
  });

  it('of a phrase are all terms of every text that has it', () => {
    const text = '荆州市委书记在ET7发布会上说，2022年GDP增长5%。';
    const { terms } = buildSearchTerms({ title: '', digest: null, bodyText: text });
    const all = new Set(terms.split(' '));
    for (const phrase of ['荆', '荆州', '荆州市', 'ET7', '在ET7发', '2022年GDP', '上说'])
      expect(listPhraseTerms(foldText(phrase)).filter((term) => !all.has(term))).toEqual([]);
  });

  it('of one character is the character, of more the pairs alone', () => {
    expect(listPhraseTerms('涨')).toEqual(['涨']);
    expect(listPhraseTerms('𠀀')).toEqual(['𠀀']);
    expect(listPhraseTerms('证监会')).toEqual(['证监', '监会']);
  });

  it('stay within what PostgreSQL takes, and never break its notation', () => {
    const article = buildSearchTerms({
      title: `'\\:*&|!()<-> ${'x'.repeat(5000)}`,
      digest: null,
      bodyText: Array.from({ length: 200_000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000))).join(''), // prettier-ignore
    });
    const hostile = addStockTerms(article, ["1.'\\ x"]);
    expect(hostile.terms).toMatch(/^[\p{L}\p{N}\p{M}^$. ー]*$/u);
    expect(Buffer.byteLength(hostile.terms)).toBeLessThan(1_000_000);
  });
});
