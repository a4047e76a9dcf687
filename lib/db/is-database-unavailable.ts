import { listErrorCodes } from '@/lib/errors/list-error-codes';

/** Prisma's codes for "no connection", PostgreSQL's for "shutting down" and "starting up", and the socket's. */
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
      /Connection terminated|timeout exceeded when trying to connect|server closed the connection/i.test(
        current.message,
      )
    ) {
      return true;
    }
  }
  return false;
}
