import { z } from 'zod';
import { withTransaction } from '@/lib/db/sql';
import { lockWrites } from '@/lib/articles/save-articles';

const rows = z.tuple([z.object({ zone: z.string() })]);

/**
 * Tells the database whose midnight parts the days that it counts (article_days, stock_days). Called at each start with
 * TIME_ZONE; only when that became another one everything is counted anew.
 */
export async function keepArchiveZone(timeZone: string): Promise<void> {
  await withTransaction(async (sql) => {
    const [{ zone }] = rows.parse(await sql('SELECT archive_zone() AS zone'));
    if (zone === timeZone) return;
    await lockWrites(sql);
    await sql(
      `INSERT INTO settings (key, value, updated_at) VALUES ('archive.zone', to_jsonb($1::text), now())
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
      [timeZone],
    );
    await sql('SELECT recount_days()::text');
  });
}
