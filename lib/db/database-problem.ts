import { AppError, type MessageParams } from '@/lib/errors/app-error';
import { hasCode } from '@/lib/errors/has-code';

/** SQLSTATE (PostgreSQL, appendix A) and Node's error codes to the codes of our sentences. */
const problems: [code: string, sqlStates: string[]][] = [
  ['database-refused', ['ECONNREFUSED', 'EACCES']],
  ['database-host-unknown', ['ENOTFOUND', 'EAI_AGAIN']],
  ['database-no-answer', ['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']],
  ['database-login-refused', ['28P01', '28000']],
  ['database-missing', ['3D000']],
  ['database-no-rights', ['42501']],
  ['database-starting', ['57P03', '57P01', '57P02']],
  ['database-full', ['53300']],
  ['disk-full', ['53100', 'ENOSPC']],
  ['database-read-only', ['25006']],
];

/**
 * Makes an AppError of what went wrong at a database: its code names the trouble, its params (host, port, database,
 * user) where; the password of the URL is in neither. Status 503.
 */
export function describeDatabaseProblem(error: unknown, databaseUrl: string): AppError {
  if (error instanceof AppError) {
    return new AppError(error.code, { ...describeTarget(databaseUrl), ...error.params }, 503, {
      cause: error,
    });
  }
  const cause = firstOf(error);
  const code = problems.find(([, states]) => hasCode(cause, ...states))?.[0] ?? fallbackCode(cause);
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new AppError(code, { ...describeTarget(databaseUrl), reason }, 503, { cause: error });
}

/** Without a code of its own, the driver gave up waiting or was cut off by something that is no PostgreSQL. */
function fallbackCode(error: unknown): string {
  if (!(error instanceof Error) || 'code' in error) return 'database-failed';
  if (/timeout/i.test(error.message)) return 'database-no-answer';
  return /terminated|invalid response/i.test(error.message) ? 'database-not-postgres' : 'database-failed';
}

/** A host name with several addresses fails with all their errors at once. */
function firstOf(error: unknown): unknown {
  return error instanceof AggregateError
    ? (error.errors.find((one) => one instanceof Error) ?? error)
    : error;
}

function describeTarget(databaseUrl: string): MessageParams {
  const url = new URL(databaseUrl);
  return {
    host: url.hostname || 'localhost',
    port: url.port || '5432',
    database: decodeURIComponent(url.pathname.slice(1)),
    user: decodeURIComponent(url.username),
    directory: `${url.hostname}:${url.port || '5432'}`,
  };
}
