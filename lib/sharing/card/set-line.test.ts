import { expect, test } from 'vitest';
import { setLine } from './set-line';

/** Full-width characters are one em, all others half. */
function measure(run: string): number {
  return Array.from(run).reduce(
    (sum, c) => sum + (/[\u2014-\u201d\u2026\u3000-\uffff]/.test(c) ? 1000 : 500),
    0,
  );
}

test.each([
  ['央行', 2000],
  // Punctuation gives up its empty half at both ends of the line and beside other punctuation.
  ['降准，', 2500],
  ['《协议》', 3000],
  ['协议》，涉', 4500],
  ['签：“准', 3500],
  ['准）（降', 3500],
  // Chinese and Latin are parted a little, Latin and punctuation are not.
  ['降5点', 2500 + 2 * (1000 / 12)],
  ['降，5', 2500],
  ['a b', 1250],
  ['', 0],
])('%s is %d wide', (text, width) => {
  expect(setLine(text, measure).width).toBeCloseTo(width, 5);
});

test('an opening bracket at the start stands with its own edge at the margin', () => {
  expect(setLine('（降', measure).runs).toEqual([
    { text: '（', x: -500 },
    { text: '降', x: 500 },
  ]);
});
