import { spawnSync } from 'node:child_process';
import { AppError } from '@/lib/errors/app-error';

/** The system account that PostgreSQL runs under. */
export interface PostgresAccount {
  uid: number;
  gid: number;
}

const accountName = 'postgres';

/** Ways to add an account without a login, on most systems and on BusyBox ones. */
const creations = [
  ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', accountName],
  ['adduser', '-S', '-D', '-H', accountName],
];

/**
 * PostgreSQL refuses to run as root, so root starts it under the account `postgres`, made when missing.
 * Null for everybody else, who runs it themselves. Throws AppError `postgres-account`.
 */
export function requirePostgresAccount(): PostgresAccount | null {
  if (process.getuid?.() !== 0) return null;
  const known = findAccount();
  if (known !== null) return known;
  for (const [program = '', ...args] of creations) {
    if (spawnSync(program, args).status === 0) break;
  }
  const created = findAccount();
  if (created === null) throw new AppError('postgres-account');
  return created;
}

/** Whether the account may enter a folder, parents included; asked of the system, as modes do not tell all. */
export function canEnter(account: PostgresAccount, directory: string): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', directory], { ...account, cwd: '/' });
  return status === 0;
}

function findAccount(): PostgresAccount | null {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, accountName], { encoding: 'utf8' });
    return status === 0 ? Number(stdout.trim()) : NaN;
  });
  return uid === undefined || gid === undefined || Number.isNaN(uid) || Number.isNaN(gid) || uid === 0
    ? null
    : { uid, gid };
}
