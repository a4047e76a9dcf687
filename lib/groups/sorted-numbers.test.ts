import { expect, it } from 'vitest';
import { countCommon, hasNumber } from './sorted-numbers';

const numbers = Int32Array.of(-2_000_000_000, -3, 0, 7, 2_000_000_000);

it('counts what two sorted lists have in common', () => {
  expect(countCommon(numbers, numbers)).toBe(5);
  expect(countCommon(numbers, Int32Array.of(-4, -3, 1, 7, 8))).toBe(2);
  expect(countCommon(Int32Array.of(-4, -3, 1, 7, 8), numbers)).toBe(2);
  expect(countCommon(numbers, new Int32Array())).toBe(0);
});

it('finds a number in a sorted list', () => {
  for (const number of numbers) expect(hasNumber(numbers, number)).toBe(true);
  for (const number of [-2_000_000_001, -4, 1, 8, 2_000_000_001])
    expect(hasNumber(numbers, number)).toBe(false);
  expect(hasNumber(new Int32Array(), 0)).toBe(false);
});
