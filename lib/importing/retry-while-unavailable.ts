import { setTimeout } from 'node:timers/promises';
import { isDatabaseUnavailable } from '@/lib/db/is-database-unavailable';
import { AppError } from '@/lib/errors/app-error';
import { isDiskFull } from '@/lib/errors/is-disk-full';

/**
 * Runs `work`; while the database cannot be reached or its disk is full it waits and tries again, for at most
 * `patience` milliseconds. Throws `database-unavailable` (503) or `disk-full` (507) after that, or when the signal
 * stops the waiting.
 * `work` must be safe to run again: a transaction that failed wrote nothing.
 */
export async function retryWhileUnavailable<T>(
  work: () => Promise<T>,
  { signal, patience }: { signal: AbortSignal; patience: number },
): Promise<T> {
  const deadline = Date.now() + patience;
  for (let pause = 250; ; pause = Math.min(pause * 2, 5000)) {
    try {
      return await work();
    } catch (error) {
      const isFull = isDiskFull(error);
      if (!isFull && !isDatabaseUnavailable(error)) throw error;
      if (signal.aborted || Date.now() + pause > deadline) {
        throw isFull
          ? new AppError('disk-full', {}, 507, { cause: error })
          : new AppError('database-unavailable', {}, 503, { cause: error });
      }
    }
    await setTimeout(pause, undefined, { signal }).catch(() => undefined);
  }
}
