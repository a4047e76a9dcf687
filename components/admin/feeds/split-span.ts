export type SpanUnit = 'seconds' | 'minutes' | 'hours' | 'days';

const units: [SpanUnit, number][] = [
  ['days', 86_400],
  ['hours', 3600],
  ['minutes', 60],
];

/** A span of seconds in the largest unit of which it holds two, or exactly one: 90 → 90 seconds, 7260 → 2 hours. */
export function splitSpan(seconds: number): { unit: SpanUnit; count: number } {
  const found = units.find(([, size]) => seconds === size || seconds >= 2 * size);
  return found ? { unit: found[0], count: Math.round(seconds / found[1]) } : { unit: 'seconds', count: Math.round(seconds) }; // prettier-ignore
}
