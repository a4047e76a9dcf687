import { z } from 'zod';
import type { Sql } from '@/lib/db/sql';
import type { NamedMention } from './list-mentions';
import { nameStocks } from './stock-names';

const stockIds = z.array(z.object({ stockId: z.int(), articleId: z.int() }));

/**
 * Writes mentions of articles and makes the stocks that are new. A mention that is there stays as it is. Returns the ids
 * of the articles that got one. Days, names and times are counted by triggers (see the migration `stocks_archive`).
 */
export async function writeMentions(
  sql: Sql,
  mentions: readonly (NamedMention & { article_id: number })[],
): Promise<Set<number>> {
  if (mentions.length === 0) return new Set();
  const json = JSON.stringify(mentions);
  // Only what is missing: a conflict would use up a number of the sequence each time.
  await sql(
    `INSERT INTO stocks (market, code, name, kind)
     SELECT DISTINCT ON (market, code) market, code, coalesce(name, code), kind
     FROM json_to_recordset($1::json) AS input(market text, code text, name text, kind text)
     WHERE NOT EXISTS (SELECT FROM stocks s WHERE s.market = input.market AND s.code = input.code)
     ORDER BY market, code, name ON CONFLICT (market, code) DO NOTHING`,
    [json],
  );
  const written = stockIds.parse(
    await sql(
      `INSERT INTO mentions (article_id, stock_id, count, name)
       SELECT input.article_id, stocks.id, sum(input.count)::int, min(input.name)
       FROM json_to_recordset($1::json) AS input(article_id int, market text, code text, count int, name text)
       JOIN stocks USING (market, code) GROUP BY 1, 2
       ON CONFLICT (article_id, stock_id) DO NOTHING RETURNING stock_id AS "stockId", article_id AS "articleId"`,
      [json],
    ),
  );
  await nameStocks(sql, [...new Set(written.map(({ stockId }) => stockId))]);
  return new Set(written.map(({ articleId }) => articleId));
}
