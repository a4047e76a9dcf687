const passedOn = ['PATH', 'LD_LIBRARY_PATH', 'TMPDIR', 'SystemRoot', 'TEMP'];

/**
 * The environment of PostgreSQL's programs: little of ours, as PG… variables and the language would change their
 * ways, and the portal's secrets are none of their business.
 */
export function buildPostgresEnv(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => passedOn.includes(name));
  return { ...Object.fromEntries(inherited), NODE_ENV: process.env.NODE_ENV, LC_ALL: 'C' };
}

/** Whether what a PostgreSQL program printed means a full disk; it has two ways to say so, always in English here. */
export function saysDiskFull(output: string): boolean {
  return /No space left on device|Check free disk space|wrote only \d+ of \d+ bytes/.test(output);
}
