import { expect, it } from 'vitest';
import { limitConcurrency } from './limit-concurrency';

it('runs at most so many at once, all in the end, and goes on after a failure', async () => {
  const run = limitConcurrency(2);
  let now = 0;
  let most = 0;
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) =>
      run(async () => {
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setImmediate(resolve));
        now -= 1;
        if (index % 3 === 0) throw new Error('failed');
        return index;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(7);
});
