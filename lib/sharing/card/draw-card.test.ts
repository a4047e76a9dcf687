import { beforeAll, describe, expect, test } from 'vitest';
import { drawCard } from './draw-card';
import { FontLibrary } from './font-library';

let fonts: FontLibrary;
beforeAll(async () => {
  fonts = await FontLibrary.open();
});

function listCharacters(encoding: string): string {
  const decoder = new TextDecoder(encoding);
  const pairs = Array.from({ length: 126 * 191 }, (_, i) =>
    decoder.decode(new Uint8Array([0x81 + Math.floor(i / 191), 0x40 + (i % 191)])),
  );
  return Array.from(new Set(pairs))
    .filter((text) => /^[^\0-\x7f\ufffd\p{Co}]$/u.test(text))
    .join('');
}

function listRange(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');
}

const characterSets = {
  'GB 18030: all two-byte characters': listCharacters('gbk'),
  'Big5 but for a lone accent': listCharacters('big5').replace('ˍ', ''),
  'CJK Unified Ideographs': listRange(0x4e00, 0x9fa5),
  'their extension A': listRange(0x3400, 0x4db5),
  kana: listRange(0x3041, 0x3096) + listRange(0x30a1, 0x30fc),
  'Hangul syllables': listRange(0xac00, 0xd7a3),
  'letters of Europe': listRange(0xc0, 0x12b) + listRange(0x134, 0x165) + listRange(0x168, 0x17e),
  'Greek and Cyrillic': listRange(0x3b1, 0x3c9) + listRange(0x400, 0x45f),
  ASCII: listRange(0x20, 0x7e),
  'money, units and marks': '€£¥￥₩₽₹%‰℃℉°±×÷≤≥≈①⑩ⅠⅩ→↑↓■□●○▲△★☆〓“”‘’…—·•',
};

describe('the fonts of the cards', () => {
  test('have every character that a title may hold', { timeout: 120_000 }, async () => {
    const typeface = await fonts.openTypeface(Object.values(characterSets).join(''), 700);
    for (const [name, characters] of Object.entries(characterSets)) {
      expect(characters.length, name).toBeGreaterThan(40);
      const missing = Array.from(characters).filter((character) => !typeface.covers(character));
      expect({ name, missing }).toEqual({ name, missing: [] });
    }
  });

  test('take quotes from the script around them', async () => {
    const width = async (text: string) => (await fonts.openTypeface(text, 700)).shape('“').width;
    expect(await width('“中”')).toBe(1000);
    expect(await width('“a”')).toBeLessThan(700);
  });

  test('kern', async () => {
    const typeface = await fonts.openTypeface('AVo', 700);
    const apart = typeface.shape('A').width + typeface.shape('V').width;
    expect(typeface.shape('AV').width).toBeLessThan(apart);
  });
});

describe('drawCard', () => {
  const content = { site: '金融消息', headline: '央行降准', note: '荆州日报', aside: '2022-02-18 14:51' };

  test.each([
    '快讯',
    'Tesla（TSLA.US）与宁德时代签署《2027年电池供应框架协议》，涉及“神行”电池——合计约$12.5亿',
    '中'.repeat(10_000),
    'x'.repeat(10_000),
    '\u202e反向\u200b零宽\u0000',
    '👨‍👩‍👧‍👦'.repeat(100),
    'a\u0301\u0302\u0303'.repeat(500),
    'مرحبا بالعالم',
    '<script>alert("1")</script>&amp;\'',
    '',
  ])('%# draws outlines only, all of them on the card', async (headline) => {
    const svg = await drawCard(fonts, { ...content, headline });
    expect(svg).not.toMatch(/<(?!\/?(?:svg|g|path|rect)\b)|NaN|undefined|script/);
    const places = [...svg.matchAll(/translate\((-?[\d.]+) (-?[\d.]+)\)/g)];
    expect(places.length).toBeGreaterThan(20);
    for (const [, x, y] of places) {
      expect(Number(x)).toBeGreaterThan(20);
      expect(Number(x)).toBeLessThan(1120);
      expect(Number(y)).toBeGreaterThan(60);
      expect(Number(y)).toBeLessThan(600);
    }
  });

  test('a portal or source without a name still has a card', async () => {
    expect(await drawCard(fonts, { site: '', headline: '金融消息', note: '', aside: '' })).toContain(
      '#0f4c81',
    );
  });
});
