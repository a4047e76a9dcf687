import type { Sql } from '@/lib/db/sql';
import { z } from 'zod';

const removedRow = z.object({
  identityKey: z.string(),
  slug: z.string(),
  paths: z.array(z.string()),
  shareCode: z.string().nullable(),
});

/** An article that an undone import had created: where it stood, so that it comes back there. */
export type RemovedArticle = z.infer<typeof removedRow>;

/** Removed articles by identity. */
export async function findRemoved(
  sql: Sql,
  identityKeys: readonly string[],
): Promise<Map<string, RemovedArticle>> {
  const rows = await sql(
    `SELECT identity_key AS "identityKey", slug, paths, share_code AS "shareCode"
     FROM removed_articles WHERE identity_key = ANY($1)`,
    [identityKeys],
  );
  return new Map(
    z
      .array(removedRow)
      .parse(rows)
      .map((row) => [row.identityKey, row]),
  );
}

/** Forgets removed articles that are there again. */
export async function forgetRemoved(sql: Sql, identityKeys: readonly string[]): Promise<void> {
  if (identityKeys.length === 0) return;
  await sql('DELETE FROM removed_articles WHERE identity_key = ANY($1)', [identityKeys]);
}
