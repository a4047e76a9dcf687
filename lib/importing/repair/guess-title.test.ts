import { describe, expect, it } from 'vitest';
import { guessTitle, maxTitleLength } from './guess-title';

const base = { digest: null, text: '', name: '' };

describe('guessTitle', () => {
  it.each([
    [
      'digest',
      { ...base, digest: '央行今日开展逆回购操作。利率不变。', text: '别的' },
      '央行今日开展逆回购操作',
    ],
    [
      'body',
      { ...base, text: '\n离岸人民币升至6.3512，为2018年以来最高。第二句。' },
      '离岸人民币升至6.3512，为2018年以来最高',
    ],
    ['body', { ...base, text: 'Test\n\nMore text here.' }, 'Test'],
    ['body', { ...base, text: 'No YAML.' }, 'No YAML'],
    ['body', { ...base, digest: '……', text: '真的？是的。' }, '真的？'],
    ['name', { ...base, name: 'i-dont-like-zeroes' }, 'i dont like zeroes'],
    ['name', { ...base, name: '---' }, '---'],
    ['name', base, '–'],
  ] as const)('from the %s: %j', (from, source, title) => {
    expect(guessTitle(source)).toEqual({ title, params: { from } });
  });

  it('cuts a long sentence at punctuation', () => {
    const text = `${'一二三四五六七八九十'.repeat(3)}，${'一二三四五六七八九十'.repeat(9)}。`;
    expect(guessTitle({ ...base, text }).title).toBe(`${'一二三四五六七八九十'.repeat(3)}…`);
  });

  it('cuts a sentence without punctuation, and never inside a character', () => {
    const { title } = guessTitle({ ...base, text: '𠀀'.repeat(500) });
    expect(Array.from(title)).toHaveLength(maxTitleLength + 1);
    expect(title.isWellFormed()).toBe(true);
  });
});
