import { describe, expect, it } from 'vitest';
import { isDatabaseUnavailable } from './is-database-unavailable';

/** What Prisma 7 throws when PostgreSQL refuses a statement: one code of its own for all of PostgreSQL's. */
function refused(prismaCode: string, originalCode: string): Error {
  const driverAdapterError = { name: 'DriverAdapterError', cause: { kind: 'postgres', originalCode } };
  return Object.assign(new Error('Invalid invocation'), { code: prismaCode, meta: { driverAdapterError } });
}

describe('isDatabaseUnavailable', () => {
  it.each([
    ['no connection', Object.assign(new Error('x'), { code: 'P1001' }), true],
    ['shut down in a statement', refused('P2039', '57P01'), true],
    ['shut down in raw SQL', refused('P2010', '57P01'), true],
    ['starting up', refused('P2039', '57P03'), true],
    ['cut off, told in words only', new Error('Connection terminated unexpectedly'), true],
    [
      'cut off between two statements',
      new Error('Client has encountered a connection error and is not queryable'),
      true,
    ],
    ['no answer in time', new Error('Query read timeout'), true],
    ['waited too long for a lock', refused('P2010', '57014'), true],
    ['a deadlock', refused('P2010', '40P01'), true],
    ['text that PostgreSQL cannot keep', refused('P2039', '22021'), false],
    ['a violated constraint', refused('P2010', '23505'), false],
    ['a full disk', refused('P2039', '53100'), false],
    ['no error', null, false],
  ])('%s', (_name, error, isUnavailable) => {
    expect(isDatabaseUnavailable(error)).toBe(isUnavailable);
  });
});
