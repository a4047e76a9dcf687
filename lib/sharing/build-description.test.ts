import { expect, test } from 'vitest';
import { buildDescription } from './build-description';

test.each([
  ['短文', 160, '短文'],
  ['  一行\n\n两行\t三行 ', 160, '一行 两行 三行'],
  ['12345', 5, '12345'],
  ['123456', 5, '1234…'],
  ['1234 678', 6, '1234…'],
  // A family of four is one character of eleven units: kept whole or left out.
  ['ab👨‍👩‍👧‍👦cd', 8, 'ab…'],
  ['ab👨‍👩‍👧‍👦cd', 15, 'ab👨‍👩‍👧‍👦cd'],
  ['', 160, ''],
])('%j within %i', (text, limit, expected) => {
  expect(buildDescription(text, limit)).toBe(expected);
});

test('a long text ends below the usual limit', () => {
  const description = buildDescription('中'.repeat(8000));
  expect(description).toBe(`${'中'.repeat(159)}…`);
});
