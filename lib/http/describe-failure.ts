import { AppError } from '@/lib/errors/app-error';
import { listErrorCodes } from '@/lib/errors/list-error-codes';

/**
 * What went wrong on the way to another server, as an AppError: its own, `fetch-timeout`, or `fetch-failed` with
 * `reason`, a code of Node's or undici's (`ECONNREFUSED`, `UND_ERR_SOCKET`) and never a text.
 */
export function describeFailure(error: unknown, signal: AbortSignal): AppError {
  if (error instanceof AppError) return error;
  const codes = listErrorCodes(error);
  const isTimeout = signal.aborted || codes.some((code) => /TIMEOUT|ETIMEDOUT/.test(code));
  if (isTimeout) return new AppError('fetch-timeout', {}, 502, { cause: error });
  return new AppError('fetch-failed', { reason: codes.at(-1) ?? 'unknown' }, 502, { cause: error });
}
