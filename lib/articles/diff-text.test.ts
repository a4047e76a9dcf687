import { describe, expect, it } from 'vitest';
import { type DiffParagraph, diffText } from './diff-text';

/** `+` added, `-` removed, `=` same, `…n` left out. */
function show(paragraphs: DiffParagraph[]): string[] {
  const signs = { same: '=', added: '+', removed: '-' };
  return paragraphs.map((paragraph) =>
    paragraph.kind === 'gap'
      ? `…${paragraph.count}`
      : paragraph.parts.map(({ kind, text }) => `${signs[kind]}${text}`).join('|'),
  );
}

describe('diffText', () => {
  it.each([
    ['Chinese by characters', '股价上涨三成。', '股价下跌三成。', ['=股价|-上涨|+下跌|=三成。']],
    ['other scripts by words', 'shares rose today', 'shares fell today', ['=shares |-rose|+fell|= today']],
    ['a new paragraph', '一', '一\n二', ['=一', '+二']],
    ['a paragraph that went', '一\n二', '一', ['=一', '-二']],
    ['unlike paragraphs whole', '一二三四五', 'abc def', ['-一二三四五', '+abc def']],
    ['what is the same as a gap', 'a\nb\nc\nd', 'a\nb\nc\ne', ['…2', '=c', '-d', '+e']],
    ['equal texts as one gap', 'a\nb', 'a\nb', ['…2']],
    ['nothing before', '', '新', ['+新']],
  ])('%s', (_name, before, after, expected) => {
    const { paragraphs, isCut } = diffText(before, after);
    expect(show(paragraphs)).toEqual(expected);
    expect(isCut).toBe(false);
  });

  it('gives both texts back whole, whatever it compares', () => {
    const before = Array.from({ length: 40 }, (_, at) => `第${at}段 alpha ${at * 7} 文字`).join('\n');
    const after = before.replaceAll('7', '九').replace('第3段', '').replace('alpha 70', 'beta');
    const { paragraphs } = diffText(before, after);
    const take = (skip: string) =>
      paragraphs.flatMap((one) =>
        one.kind === 'gap' ? [] : [one.parts.filter(({ kind }) => kind !== skip).map(({ text }) => text).join('')],
      ); // prettier-ignore
    const lines = new Set(before.split('\n'));
    const fresh = new Set(after.split('\n'));
    expect(take('added').filter((text) => text !== '' && !lines.has(text))).toEqual([]);
    expect(take('removed').filter((text) => text !== '' && !fresh.has(text))).toEqual([]);
  });

  it('is bounded for long texts that have nothing in common', () => {
    const before = Array.from({ length: 30_000 }, (_, at) => `a${at}`).join('\n');
    const after = Array.from({ length: 30_000 }, (_, at) => `b${at}`).join('\n');
    const { paragraphs, isCut } = diffText(before, after);
    expect(isCut).toBe(true);
    expect(paragraphs.length).toBeGreaterThan(1000);
  });
});
