import { listErrorCodes } from './list-error-codes';

/** Node's codes for a full disk or quota, and PostgreSQL's. */
const fullCodes = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** Whether an error (or one of its causes) means that a disk has no space left: ours, or the database's. */
export function isDiskFull(error: unknown): boolean {
  return listErrorCodes(error).some((code) => fullCodes.has(code));
}
