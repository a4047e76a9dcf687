import { z } from 'zod';
import { type Sql, withTransaction } from '@/lib/db/sql';
import { type ExportedArticle, exportedArticle } from './exported-article';

const pageSize = 500;
/** Stored (compressed) bytes of texts that are read at once: memory stays flat whatever the articles hold. */
const maxBytes = 4_000_000;

/** Every article by id, also drafts, withdrawn and deleted ones, with all that belongs to it. */
export async function* listExportedArticles(): AsyncGenerator<ExportedArticle> {
  let after = 0;
  for (;;) {
    const sizes = await withTransaction((sql) => listSizes(sql, after));
    for (const ids of cut(sizes)) yield* await withTransaction((sql) => readArticles(sql, ids));
    const last = sizes.at(-1);
    if (!last || sizes.length < pageSize) return;
    after = last.id;
  }
}

const sizeRow = z.object({ id: z.int(), bytes: z.coerce.number() });

async function listSizes(sql: Sql, after: number): Promise<z.infer<typeof sizeRow>[]> {
  const rows = await sql(
    `SELECT a.id, pg_column_size(a.body_html) + coalesce((SELECT sum(pg_column_size(r.snapshot))
       FROM revisions r WHERE r.article_id = a.id), 0) AS bytes
     FROM articles a WHERE a.id > $1 ORDER BY a.id LIMIT ${pageSize}`,
    [after],
  );
  return z.array(sizeRow).parse(rows);
}

function* cut(sizes: readonly { id: number; bytes: number }[]): Generator<number[]> {
  let ids: number[] = [];
  let sum = 0;
  for (const { id, bytes } of sizes) {
    if (ids.length > 0 && sum + bytes > maxBytes) {
      yield ids;
      ids = [];
      sum = 0;
    }
    ids.push(id);
    sum += bytes;
  }
  if (ids.length > 0) yield ids;
}

const mentionColumns = `json_build_object('market', s.market, 'code', s.code, 'kind', s.kind`;

const revisionColumns = `json_build_object(
  'contentHash', r.content_hash, 'createdAt', r.created_at, 'editorId', r.editor_id,
  'origin', coalesce((SELECT i.origin FROM imports i WHERE i.id = r.import_id), r.snapshot->>'origin'),
  'snapshot', r.snapshot,
  'category', (SELECT json_build_object('slug', c.slug, 'name', c.name) FROM categories c
               WHERE c.id = (r.snapshot->>'categoryId')::int),
  'tags', (SELECT coalesce(json_agg(t.name ORDER BY x.place), '[]')
           FROM jsonb_array_elements_text(r.snapshot->'tagIds') WITH ORDINALITY AS x(id, place)
           JOIN tags t ON t.id = x.id::int),
  'mentions', (SELECT coalesce(json_agg(${mentionColumns}, 'count', (x->>'count')::int,
                 'name', coalesce(x->>'name', s.name)) ORDER BY s.market, s.code), '[]')
               FROM jsonb_array_elements(r.snapshot->'mentions') AS x
               JOIN stocks s ON s.id = (x->>'stockId')::int))`;

const articleQuery = `SELECT a.id, a.identity_key AS "identityKey", a.slug, a.title, a.digest,
    a.body_html AS "bodyHtml", a.source_name AS "sourceName", a.source_url AS "sourceUrl", a.image_url AS "imageUrl",
    a.canonical_url AS "canonicalUrl", a.published_at AS "publishedAt", a.zone_offset AS "zoneOffset",
    a.status::text AS status, a.language, a.guessed_fields AS "guessedFields", a.fingerprint::text AS fingerprint,
    a.created_at AS "createdAt", a.updated_at AS "updatedAt", a.deleted_at AS "deletedAt",
    (SELECT json_build_object('slug', c.slug, 'name', c.name) FROM categories c WHERE c.id = a.category_id) AS category,
    ARRAY(SELECT t.name FROM article_tags j JOIN tags t ON t.id = j.tag_id WHERE j.article_id = a.id
          ORDER BY j.position) AS tags,
    (SELECT json_build_object('code', s.code, 'visits', s.visits, 'lastVisitAt', s.last_visit_at,
       'createdAt', s.created_at) FROM short_links s WHERE s.article_id = a.id) AS share,
    (SELECT coalesce(json_agg(json_build_object('path', l.path, 'kind', l.kind, 'createdAt', l.created_at)
       ORDER BY l.created_at, l.path), '[]') FROM links l WHERE l.article_id = a.id) AS links,
    (SELECT coalesce(json_agg(${mentionColumns}, 'count', m.count, 'name', coalesce(m.name, s.name)) ORDER BY s.market, s.code), '[]')
     FROM mentions m JOIN stocks s ON s.id = m.stock_id WHERE m.article_id = a.id) AS mentions,
    (SELECT coalesce(json_agg(${revisionColumns} ORDER BY r.id), '[]')
     FROM revisions r WHERE r.article_id = a.id) AS revisions
  FROM articles a WHERE a.id = ANY($1) ORDER BY a.id`;

async function readArticles(sql: Sql, ids: readonly number[]): Promise<ExportedArticle[]> {
  return z.array(exportedArticle).parse(await sql(articleQuery, [ids]));
}
