import { isbot } from 'isbot';
import { getDb } from '@/lib/db/prisma-client';
import { foldPath } from './fold-path';

/** Room for what people want; guesses of scanners beyond it are not kept. */
const maxPaths = 20_000;

/** Counts a visit by a person to an address that nobody knows, for the editor's "wanted" list. */
export async function countWantedPath(
  address: string,
  referrer: string | undefined,
  userAgent: string | undefined,
): Promise<void> {
  if (isbot(userAgent ?? '') || userAgent === undefined || /\.(?:php|aspx?|env|git|cgi|jsp)\b/i.test(address))
    return;
  const path = foldPath(address);
  await getDb().$executeRaw`
    INSERT INTO wanted_paths (path, last_referrer)
    SELECT ${path}, ${referrer?.slice(0, 500) ?? null}
    WHERE (SELECT count(*) FROM wanted_paths) < ${maxPaths} OR EXISTS (SELECT FROM wanted_paths WHERE path = ${path})
    ON CONFLICT (path) DO UPDATE SET hits = wanted_paths.hits + 1, last_seen_at = now(),
      last_referrer = coalesce(excluded.last_referrer, wanted_paths.last_referrer)`;
}
