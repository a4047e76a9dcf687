import { z } from 'zod';
import { getDb } from '@/lib/db/prisma-client';

/** How often something may be tried per key; the hour starts anew with each try that was let through. */
export interface AttemptLimit {
  key: string;
  max: number;
}

const windowMs = 60 * 60 * 1000;
const rowsSchema = z.tuple([z.object({ count: z.number(), waitMs: z.coerce.number() })]);

/**
 * Takes one try from a limit before its outcome is known, so that tries made at the same moment, on any instance,
 * cannot pass it together. Gives the seconds to wait when none is left, else null. Uses the database's clock.
 * (The id is random: two first tries at once must meet in `key`, the only index that ON CONFLICT watches.)
 */
export async function reserveAttempt({ key, max }: AttemptLimit): Promise<number | null> {
  const rows = await getDb().$queryRaw`
    WITH clock AS (SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now)
    INSERT INTO rate_limits AS r (id, key, count, last_request)
    SELECT gen_random_uuid()::text, ${key}, 1, now FROM clock
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN r.last_request <= excluded.last_request - ${windowMs}::bigint THEN 1
                   ELSE least(r.count + 1, ${max}::int + 1) END,
      last_request = CASE WHEN r.last_request <= excluded.last_request - ${windowMs}::bigint OR r.count < ${max}::int
                          THEN excluded.last_request ELSE r.last_request END
    RETURNING count, (last_request + ${windowMs}::bigint - (SELECT now FROM clock))::float8 AS "waitMs"`;
  const [{ count, waitMs }] = rowsSchema.parse(rows);
  return count > max ? Math.max(1, Math.ceil(waitMs / 1000)) : null;
}

/** Gives back one reserved try. */
export async function refundAttempt({ key, max }: AttemptLimit): Promise<void> {
  await getDb().$executeRaw`
    UPDATE rate_limits SET count = greatest(least(count, ${max}::int) - 1, 0) WHERE key = ${key}`;
}

/** Forgets all tries of a key, and on the way those of any key that are older than the window. */
export async function forgetAttempts({ key }: AttemptLimit): Promise<void> {
  await getDb().$executeRaw`
    DELETE FROM rate_limits
    WHERE key = ${key} OR last_request < (extract(epoch FROM clock_timestamp()) * 1000)::bigint - ${windowMs}::bigint`;
}
