import { getBatchDb } from '@/lib/db/prisma-client';
import type { Sql } from '@/lib/db/sql';
import {
  addStockTerms,
  buildSearchTerms,
  type SearchTerms,
  searchTermsVersion,
} from '@/lib/search/build-search-terms';
import { z } from 'zod';

const textRow = z.object({
  id: z.int(),
  title: z.string(),
  digest: z.string().nullable(),
  bodyText: z.string(),
});
const stockRow = z.object({ id: z.int(), stocks: z.array(z.string()) });

/** A text has many times its length in terms: those of a whole batch would not fit into the importer's memory. */
export const termsAtOnce = 40;

/**
 * Makes the search terms of articles anew from what they say at this point of the transaction, and from the stocks that
 * are known to be in them. Every write of a title, a text or a mention ends with it or with `writeSearchTerms`. Ids that
 * are gone are left out.
 */
export async function refreshSearchTerms(sql: Sql, ids: readonly number[]): Promise<void> {
  for (let at = 0; at < ids.length; at += termsAtOnce) {
    const rows = await sql(
      'SELECT id, title, digest, body_text AS "bodyText" FROM articles WHERE id = ANY($1)',
      [ids.slice(at, at + termsAtOnce)],
    );
    const articles = z.array(textRow).parse(rows);
    await writeSearchTerms(
      sql,
      articles.map((article) => ({ id: article.id, makeTerms: () => buildSearchTerms(article) })),
    );
  }
}

/**
 * Writes the search terms of articles whose texts the caller has, with the stocks that are known to be in them at this
 * point of the transaction. `makeTerms` is called in the order of the list, shortly before they are sent.
 */
export async function writeSearchTerms(
  sql: Sql,
  articles: readonly { id: number; makeTerms: () => SearchTerms }[],
): Promise<void> {
  const stocks = await findStocks(
    sql,
    articles.map(({ id }) => id),
  );
  for (let at = 0; at < articles.length; at += termsAtOnce)
    await writeSome(
      sql,
      articles
        .slice(at, at + termsAtOnce)
        .map(({ id, makeTerms }) => ({ id, ...addStockTerms(makeTerms(), stocks.get(id) ?? []) })),
    );
}

async function findStocks(sql: Sql, ids: readonly number[]): Promise<Map<number, string[]>> {
  const rows = await sql(
    `SELECT m.article_id AS id, array_agg(s.market || '.' || s.code) AS stocks
     FROM mentions m JOIN stocks s ON s.id = m.stock_id WHERE m.article_id = ANY($1) GROUP BY 1`,
    [ids],
  );
  return new Map(
    z
      .array(stockRow)
      .parse(rows)
      .map(({ id, stocks }) => [id, stocks]),
  );
}

async function writeSome(sql: Sql, rows: readonly (SearchTerms & { id: number })[]): Promise<void> {
  await sql(
    // A list becomes a tsvector at half the cost of the same terms in its own notation.
    `INSERT INTO article_search (article_id, title, text, terms, version, published_at, category_id, is_published)
     SELECT a.id, i.title, i.text, array_to_tsvector(string_to_array(i.terms, ' ')), $2, a.published_at, a.category_id,
       EXISTS (SELECT FROM published_articles p WHERE p.id = a.id)
     FROM json_to_recordset($1::json) AS i(id int, title text, text text, terms text)
     JOIN articles a ON a.id = i.id
     ON CONFLICT (article_id) DO UPDATE SET title = excluded.title, text = excluded.text, terms = excluded.terms,
       version = excluded.version, built_at = now(), published_at = excluded.published_at,
       category_id = excluded.category_id, is_published = excluded.is_published`,
    [JSON.stringify(rows), searchTermsVersion],
  );
}

/**
 * Sorts the newest terms into their index. Until then they wait in a list (see `lib/db/sql.ts`) that every search reads
 * through, so a big import ends with it. Only the owner of an index may do it; others leave it to PostgreSQL's daemon.
 */
export async function settleSearchTerms(): Promise<void> {
  await getBatchDb().$executeRaw`
    SELECT gin_clean_pending_list(oid) FROM pg_class
    WHERE oid = 'article_search_terms_idx'::regclass AND pg_has_role(relowner, 'USAGE')`;
}
