import { describe, expect, test } from 'vitest';
import { fitHeadline, type FittedText } from './fit-headline';

const steps = [
  { size: 100, lines: 1 },
  { size: 50, lines: 2 },
  { size: 25, lines: 4 },
];

function measure(run: string): number {
  return Array.from(run).reduce(
    (sum, c) => sum + (/[\u2014-\u201d\u2026\u3000-\uffff]/.test(c) ? 1000 : 500),
    0,
  );
}

/** In a box of 500 pixels: 5, 10 or 20 Chinese characters a line. */
function fit(text: string) {
  return show(fitHeadline(text, 500, steps, measure));
}

function show({ size, lines }: FittedText) {
  return { size, lines: lines.map(({ runs }) => runs.map(({ text }) => text).join('')) };
}

describe('fitHeadline', () => {
  test.each([
    ['央行降准', 100, ['央行降准']],
    ['央行降准，', 100, ['央行降准，']],
    ['上市公司质量提高', 50, ['上市公司质量提高']],
    // Nine would fit in the first line: the word stays whole.
    ['央行今日宣布提高公司质量', 50, ['央行今日宣布提高', '公司质量']],
    // No comma at the start of a line, no bracket at its end, no character alone on the last.
    ['一二三四五六七八九十，百', 50, ['一二三四五六七八', '九十，百']],
    ['一二三四五六七八九《百千万》', 50, ['一二三四五六七八九', '《百千万》']],
  ])('%s', (text, size, lines) => {
    expect(fit(text)).toEqual({ size, lines });
  });

  test('cuts what is too long after a whole word, with an ellipsis and no comma before it', () => {
    const { size, lines } = fit('提高，'.repeat(60));
    expect(size).toBe(25);
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toMatch(/提高…$/);
  });

  test('breaks letters without end anywhere', () => {
    const { lines } = fit('x'.repeat(300));
    expect(lines.map((line) => line.length)).toEqual([40, 40, 40, 39]);
  });

  test('no line is wider than the box, begins with a comma or ends with a bracket, whatever the text', () => {
    const words = [
      '央行',
      '公司，',
      '降。',
      '《意见》',
      '（草案）',
      '“神行”',
      '5%',
      'ab ',
      ' c',
      '——',
      'ショー',
      '等……',
    ];
    // A fixed sequence: a failure can be repeated.
    let seed = 7;
    const next = () => (seed = (seed * 48_271) % 2_147_483_647);
    for (let round = 0; round < 60; round += 1) {
      const text = Array.from({ length: next() % 90 }, () => words[next() % words.length]).join('');
      const { size, lines } = fitHeadline(text, 500, steps, measure);
      expect(
        (lines.reduce((widest, { width }) => Math.max(widest, width), 0) * size) / 1000,
      ).toBeLessThanOrEqual(500);
      const texts = lines.map(({ runs }) => runs.map((run) => run.text).join(''));
      for (const line of texts.slice(1)) expect(line, text).not.toMatch(/^[，。》）”…%ー]/);
      for (const line of texts.slice(0, -1)) expect(line).not.toMatch(/[《（“]$/);
    }
  });
});
