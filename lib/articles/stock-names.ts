import { z } from 'zod';
import type { Sql } from '@/lib/db/sql';

const renamed = z.array(z.object({ id: z.int(), name: z.string() }));

/**
 * Gives stocks the name that most stories use, with its pinyin; of equally frequent ones that of the usual length, the
 * shorter. Only the given stocks, or all. A stock that no story names keeps what it has.
 */
export async function nameStocks(sql: Sql, stockIds?: readonly number[]): Promise<void> {
  const rows = renamed.parse(
    await sql(
      `SELECT s.id, coalesce(best.name, s.name) AS name FROM stocks s
       LEFT JOIN LATERAL (
         SELECT n.name FROM stock_names n WHERE n.stock_id = s.id AND n.stories > 0
         ORDER BY n.stories DESC, char_length(n.name) BETWEEN 3 AND 6 DESC, char_length(n.name), n.name LIMIT 1
       ) best ON true
       WHERE ($1::int[] IS NULL OR s.id = ANY($1)) AND (best.name <> s.name OR s.pinyin IS NULL)`,
      [stockIds ?? null],
    ),
  );
  if (rows.length === 0) return;
  // Loaded only where a name is new: its dictionary costs 0.15 s.
  const { buildPinyin, buildPinyinInitials } = await import('@/lib/stocks/pinyin-initials');
  const spelled = rows.map(({ id, name }) => ({
    id,
    name,
    pinyin: buildPinyin(name),
    initials: buildPinyinInitials(name),
  }));
  await sql(
    `UPDATE stocks s SET name = i.name, pinyin = i.pinyin, pinyin_initials = i.initials
     FROM json_to_recordset($1::json) AS i(id int, name text, pinyin text, initials text) WHERE s.id = i.id`,
    [JSON.stringify(spelled)],
  );
}
