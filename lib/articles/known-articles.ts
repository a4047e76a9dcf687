import type { Sql } from '@/lib/db/sql';
import { z } from 'zod';
import type { ArticleInput } from './article-input';

const knownRow = z.object({
  id: z.int(),
  identityKey: z.string(),
  slug: z.string(),
  contentHash: z.string(),
  status: z.enum(['draft', 'scheduled', 'published', 'withdrawn']),
  deletedAt: z.date().nullable(),
  guessedFields: z.array(z.string()),
  title: z.string(),
  category: z.string().nullable(),
  tags: z.array(z.string()),
});

/** What the write path must know of an article that is there, but for its texts. */
export type KnownArticle = z.infer<typeof knownRow>;

const knownColumns = `a.id, a.identity_key AS "identityKey", a.slug, a.content_hash AS "contentHash",
  a.status::text AS status, a.deleted_at AS "deletedAt", a.guessed_fields AS "guessedFields", a.title,
  (SELECT c.slug FROM categories c WHERE c.id = a.category_id) AS category,
  ARRAY(SELECT t.name FROM article_tags j JOIN tags t ON t.id = j.tag_id WHERE j.article_id = a.id
        ORDER BY j.position) AS tags`;

/** Articles by identity. */
export async function findByIdentity(
  sql: Sql,
  identityKeys: readonly string[],
): Promise<Map<string, KnownArticle>> {
  const rows = await sql(`SELECT ${knownColumns} FROM articles a WHERE a.identity_key = ANY($1)`, [
    identityKeys,
  ]);
  return new Map(
    z
      .array(knownRow)
      .parse(rows)
      .map((row) => [row.identityKey, row]),
  );
}

/** Articles by any of these addresses (folded), and by fingerprint (as text). */
export async function findByTrace(
  sql: Sql,
  paths: readonly string[],
  fingerprints: readonly bigint[],
): Promise<Map<string, KnownArticle>> {
  const found = new Map<string, KnownArticle>();
  if (paths.length > 0) {
    const rows = await sql(
      `SELECT l.path AS trace, ${knownColumns} FROM links l JOIN articles a ON a.id = l.article_id
       WHERE l.path = ANY($1)`,
      [paths],
    );
    for (const { trace, ...row } of z.array(tracedRow).parse(rows)) found.set(trace, row);
  }
  if (fingerprints.length > 0) {
    const rows = await sql(
      `SELECT a.fingerprint::text AS trace, ${knownColumns} FROM articles a
       WHERE a.fingerprint = ANY($1::bigint[]) AND a.deleted_at IS NULL ORDER BY a.id DESC`,
      [fingerprints.map(String)],
    );
    for (const { trace, ...row } of z.array(tracedRow).parse(rows)) found.set(trace, row);
  }
  return found;
}

const tracedRow = knownRow.extend({ trace: z.string() });

const textsRow = z.object({
  id: z.int(),
  digest: z.string().nullable(),
  bodyHtml: z.string(),
  bodyText: z.string(),
  sourceName: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  publishedAt: z.date(),
  zoneOffset: z.int(),
  language: z.string(),
});

/** The texts and dates of an article: read only where an incoming copy differs. */
export type ArticleTexts = z.infer<typeof textsRow>;

export async function findTexts(sql: Sql, ids: readonly number[]): Promise<Map<number, ArticleTexts>> {
  if (ids.length === 0) return new Map();
  const rows = await sql(
    `SELECT id, digest, body_html AS "bodyHtml", body_text AS "bodyText", source_name AS "sourceName",
       source_url AS "sourceUrl", published_at AS "publishedAt", zone_offset AS "zoneOffset", language
     FROM articles WHERE id = ANY($1)`,
    [ids],
  );
  return new Map(
    z
      .array(textsRow)
      .parse(rows)
      .map((row) => [row.id, row]),
  );
}

/** Names of the fields in which an incoming copy differs from what is there, in the order a person reads them. */
export function listChangedFields(
  input: ArticleInput,
  categorySlug: string | null,
  known: KnownArticle,
  texts: ArticleTexts,
): string[] {
  const pairs: [string, unknown, unknown][] = [
    ['title', input.title, known.title],
    ['digest', input.digest, texts.digest],
    ['body', input.bodyHtml, texts.bodyHtml],
    ['publishedAt', input.publishedAt.getTime(), texts.publishedAt.getTime()],
    ['zoneOffset', input.zoneOffset, texts.zoneOffset],
    ['category', categorySlug, known.category],
    ['tags', [...new Set(input.tags)].join('\n'), known.tags.join('\n')],
    ['sourceName', input.sourceName, texts.sourceName],
    ['sourceUrl', input.sourceUrl, texts.sourceUrl],
    ['language', input.language, texts.language],
  ];
  return pairs.filter(([, incoming, stored]) => incoming !== stored).map(([name]) => name);
}
