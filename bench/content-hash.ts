import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';

/** Every content table as rows that say nothing of numbers and moments which differ from run to run. */
const tables: Record<string, string> = {
  articles: `SELECT slug, identity_key, title, digest, body_html, body_text, source_name, source_url, image_url,
    published_at, zone_offset, status, language, content_hash, guessed_fields, fingerprint, canonical_url, deleted_at,
    (SELECT slug FROM categories c WHERE c.id = a.category_id) FROM articles a`,
  links: `SELECT l.path, l.kind, a.slug FROM links l JOIN articles a ON a.id = l.article_id`,
  tags: `SELECT a.slug, t.name, j.position FROM article_tags j JOIN tags t ON t.id = j.tag_id
    JOIN articles a ON a.id = j.article_id`,
  tagNames: `SELECT name FROM tags`,
  mentions: `SELECT a.slug, s.market, s.code, s.name, m.count FROM mentions m JOIN stocks s ON s.id = m.stock_id
    JOIN articles a ON a.id = m.article_id`,
  categories: `SELECT slug, name, name_key FROM categories`,
  aliases: `SELECT x.slug, c.slug FROM category_aliases x JOIN categories c ON c.id = x.category_id`,
  shortLinks: `SELECT a.slug FROM short_links s JOIN articles a ON a.id = s.article_id`,
};

/** What stays the same in one database: also numbers, codes and times of what was there. */
const wholeTables = ['articles', 'links', 'article_tags', 'tags', 'mentions', 'stocks', 'categories', 'category_aliases', 'short_links']; // prettier-ignore

/** SHA-256 over all content of a portal, whatever ids and times its rows got; with the number of articles. */
export async function hashContentTables(databaseUrl: string): Promise<{ hash: string; articles: number }> {
  return hashQueries(databaseUrl, Object.values(tables));
}

/** SHA-256 over every column of every content table: equal only when nothing at all was changed. */
export async function hashWholeTables(databaseUrl: string): Promise<{ hash: string; articles: number }> {
  return hashQueries(
    databaseUrl,
    wholeTables.map((name) => `SELECT * FROM ${name}`),
  );
}

async function hashQueries(
  databaseUrl: string,
  queries: string[],
): Promise<{ hash: string; articles: number }> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const hash = createHash('sha256');
    for (const query of queries) {
      const { rows } = await client.query<{ line: string }>(
        `SELECT md5(t::text) AS line FROM (${query}) t ORDER BY 1`,
      );
      hash.update(rows.map(({ line }) => line).join('\n')).update('\u0000');
    }
    const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM articles');
    return { hash: hash.digest('hex').slice(0, 16), articles: rows[0]?.count ?? 0 };
  } finally {
    await client.end();
  }
}

/** The process number of the embedded PostgreSQL of a data directory. */
export function readPostmasterPid(home: string): number {
  return Number(readFileSync(path.join(home, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
}
