import { findLastChangeId } from '@/lib/articles/change-log';
import { getDb } from '@/lib/db/prisma-client';
import { z } from 'zod';

const key = 'index-now';
/** Longer than a submission takes; then another process takes over what a crashed one left. */
const leaseSeconds = 120;

/** The place in the change log up to which search engines know everything, held by this process for a while. */
export interface ClaimedPosition {
  position: bigint;
  /** Submissions that failed since the last one that did not. */
  failures: number;
}

const positionRows = z.array(z.object({ position: z.coerce.bigint() }));
const claimedRows = z.array(z.object({ position: z.coerce.bigint(), failures: z.int() }));

/**
 * Takes the position when there is something behind it and no process has it, by the database's clock; undefined
 * otherwise. At the very first call it is the end of the log: older stories are in the sitemaps.
 */
export async function claimIndexNowPosition(): Promise<ClaimedPosition | undefined> {
  const last = await findLastChangeId();
  const [known] = positionRows.parse(
    await getDb().$queryRaw`SELECT value->>'position' AS position FROM settings WHERE key = ${key}`,
  );
  // A log that ends before our place is another one: the database came back from a copy, or all was pruned.
  if (!known || known.position > last) await setPosition(last);
  if (!known || known.position >= last) return undefined;
  return claimedRows.parse(
    await getDb().$queryRaw`
      UPDATE settings SET updated_at = now(),
        value = value || jsonb_build_object('dueAt', extract(epoch FROM now()) + ${leaseSeconds}::int)
      WHERE key = ${key} AND (value->>'dueAt')::float8 <= extract(epoch FROM now())
      RETURNING value->>'position' AS position, (value->>'failures')::int AS failures`,
  )[0];
}

async function setPosition(position: bigint): Promise<void> {
  await getDb().$executeRaw`
    INSERT INTO settings (key, value, updated_at) VALUES (${key}, ${buildValue(position, 0)}::jsonb, now())
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`;
}

/** Gives it back: everything up to `position` is known; `failures` and a pause in seconds after one that failed. */
export async function releaseIndexNowPosition(
  claimed: ClaimedPosition,
  next: { position: bigint; failures: number; pauseSeconds: number },
): Promise<void> {
  await getDb().$executeRaw`
    UPDATE settings SET updated_at = now(), value = ${buildValue(next.position, next.failures)}::jsonb
      || jsonb_build_object('dueAt', extract(epoch FROM now()) + ${next.pauseSeconds}::float8)
    WHERE key = ${key} AND value->>'position' = ${String(claimed.position)}`;
}

function buildValue(position: bigint, failures: number): string {
  return JSON.stringify({ position: String(position), failures, dueAt: 0 });
}
