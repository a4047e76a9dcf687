import { listErrorCodes } from '@/lib/errors/list-error-codes';

/**
 * Prisma's codes for "no connection", PostgreSQL's for "shutting down" and "starting up", the socket's, and those for
 * what waited too long for another (a lock, a deadlock, a statement that took too long): no fault of what was asked.
 */
const unavailableCodes = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2037',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08006',
  '53300',
  '25P03',
  '40001',
  '40P01',
  '55P03',
  '57014',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
]);

/** Whether an error (or one of its causes) means that the database cannot be reached now but may be later. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (listErrorCodes(error).some((code) => unavailableCodes.has(code))) return true;
  for (
    let current = error, depth = 0;
    current instanceof Error && depth < 5;
    current = current.cause, depth += 1
  ) {
    // pg gives these no code
    if (
      /Connection terminated|timeout exceeded when trying to connect|server closed the connection|not queryable|Query read timeout/i.test(
        current.message,
      )
    ) {
      return true;
    }
  }
  return false;
}
