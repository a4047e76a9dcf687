import { expect, it } from 'vitest';
import { isDiskFull } from './is-disk-full';

const writing = Object.assign(new Error('no space left on device, write'), { code: 'ENOSPC' });
const prisma = Object.assign(new Error('Invalid invocation'), {
  code: 'P2010',
  meta: {
    driverAdapterError: { name: 'DriverAdapterError', cause: { kind: 'postgres', originalCode: '53100' } },
  },
});

it.each([
  ['a write of our own', writing, true],
  ['a cause', new Error('upload', { cause: writing }), true],
  ["PostgreSQL's, through Prisma", prisma, true],
  ['another code', Object.assign(new Error('x'), { code: 'EACCES' }), false],
  ['no error', undefined, false],
])('%s', (_name, error, isFull) => {
  expect(isDiskFull(error)).toBe(isFull);
});
