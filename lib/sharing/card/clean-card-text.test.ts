import { expect, test } from 'vitest';
import { cleanCardText, keepDrawable } from './clean-card-text';

test.each([
  ['  两行\n标题\t这里 ', '两行 标题 这里'],
  ['零\u200b宽\u202e反\u2066向\ufeff', '零宽反向'],
  ['1\ufe0f\u20e3号', '1号'],
  ['Cafe\u0301', 'Café'],
  ['\ud83d坏', '坏'],
  ['', ''],
  ['\u0000\u0007', ''],
])('%j is cleaned to %j', (text, cleaned) => {
  expect(cleanCardText(text)).toBe(cleaned);
});

test('cuts after 240 characters', () => {
  expect(cleanCardText('中'.repeat(10_000))).toBe(`${'中'.repeat(240)}…`);
});

/** As if the fonts had Chinese, small letters and kana only. */
const covers = (text: string) => /^[\u4e00-\u9fa5a-z\u30a1-\u30fe 。…]*$/.test(text);

test.each([
  ['央行降准', '央行降准'],
  ['🚀 央行降准 🎉', '央行降准'],
  ['人名𠮷在此处', '人名〓在此处'],
  ['五\u332c泰国铢。', '五パーツ泰国铢。'],
  ['a\u0323\u0324\u0325b', 'ab'],
  ['مرحبا بالعالم', undefined],
  ['央行 مرحبا بالعالم', undefined],
  ['🎉', undefined],
])('of %j can be drawn %j', (text, drawable) => {
  expect(keepDrawable(text, covers)).toBe(drawable);
});
