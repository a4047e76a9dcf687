import { describe, expect, it } from 'vitest';
import { RateWindow } from './progress-rate';

function noteAll(samples: [atMs: number, processed: number][], total = 1000) {
  const window = new RateWindow();
  return samples.map(([atMs, processed]) => window.note(atMs, processed, total)).at(-1);
}

const unknown = { ratePerSecond: null, secondsLeft: null };

describe('RateWindow', () => {
  it.each([
    ['says nothing of one look', [[0, 100]], unknown],
    ['says nothing of two looks close together', [[0, 0], [400, 50]], unknown],
    ['says nothing while nothing moves', [[0, 50], [5000, 50]], unknown],
    ['divides what was done by the time it took', [[0, 0], [2000, 200]], { ratePerSecond: 100, secondsLeft: 8 }],
    ['forgets what is older than ten seconds', [[0, 0], [10_000, 10], [20_000, 510]], { ratePerSecond: 50, secondsLeft: 10 }],
    ['begins anew with a preview that runs again', [[0, 0], [2000, 900], [3000, 0], [4000, 100]], { ratePerSecond: 100, secondsLeft: 9 }],
    ['never says less than nothing is left', [[0, 0], [1000, 1200]], { ratePerSecond: 1200, secondsLeft: 0 }],
  ] as [string, [number, number][], object][])('%s', (_name, samples, expected) => {
    expect(noteAll(samples)).toEqual(expected);
  });
}); // prettier-ignore
