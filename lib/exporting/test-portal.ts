import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { getDb } from '@/lib/db/prisma-client';
import { withTransaction } from '@/lib/db/sql';
import { listFiles } from '@/testing/test-corpus';

// For tests only: a portal's content without ids, and a portal emptied.

const tables = z.array(z.object({ tablename: z.string() }));

/** Empties the portal; sequences go on, so that what comes back has other ids. */
export async function emptyPortal(): Promise<void> {
  await withTransaction(async (sql) => {
    const rows = tables.parse(
      await sql(
        `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
      ),
    );
    await sql(`TRUNCATE ${rows.map(({ tablename }) => `"${tablename}"`).join(', ')} CASCADE`);
  });
}

const contents: Record<string, string> = {
  articles: `SELECT slug AS key, to_jsonb(a) - 'id' - 'category_id'
      || jsonb_build_object('category', (SELECT c.slug FROM categories c WHERE c.id = a.category_id)) AS row
    FROM articles a`,
  tags: `SELECT a.slug || ' ' || j.position AS key, to_jsonb(t.name) AS row
    FROM article_tags j JOIN articles a ON a.id = j.article_id JOIN tags t ON t.id = j.tag_id`,
  links: `SELECT l.path AS key, to_jsonb(l) - 'article_id' || jsonb_build_object('article', a.slug) AS row
    FROM links l JOIN articles a ON a.id = l.article_id`,
  shortLinks: `SELECT s.code AS key, to_jsonb(s) - 'article_id' || jsonb_build_object('article', a.slug) AS row
    FROM short_links s JOIN articles a ON a.id = s.article_id`,
  mentions: `SELECT a.slug || ' ' || s.market || '.' || s.code AS key,
      jsonb_build_object('name', s.name, 'kind', s.kind, 'count', m.count) AS row
    FROM mentions m JOIN articles a ON a.id = m.article_id JOIN stocks s ON s.id = m.stock_id`,
  revisions: `SELECT a.slug || ' ' || row_number() OVER (PARTITION BY a.id ORDER BY r.id) AS key,
      jsonb_build_object('hash', r.content_hash, 'editor', r.editor_id, 'created_at', r.created_at,
        'state', r.snapshot - 'categoryId' - 'tagIds' - 'mentions' - 'publishedAt' - 'updatedAt' - 'deletedAt' - 'origin',
        'times', jsonb_build_array((r.snapshot->>'publishedAt')::timestamptz, (r.snapshot->>'updatedAt')::timestamptz,
          (r.snapshot->>'deletedAt')::timestamptz),
        'category', (SELECT c.slug FROM categories c WHERE c.id = (r.snapshot->>'categoryId')::int),
        'tags', (SELECT jsonb_agg(t.name ORDER BY x.place) FROM jsonb_array_elements_text(r.snapshot->'tagIds')
                 WITH ORDINALITY AS x(id, place) JOIN tags t ON t.id = x.id::int),
        'mentions', (SELECT jsonb_agg(s.market || s.code || (x->>'count') ORDER BY s.market, s.code)
                     FROM jsonb_array_elements(r.snapshot->'mentions') AS x
                     JOIN stocks s ON s.id = (x->>'stockId')::int)) AS row
    FROM revisions r JOIN articles a ON a.id = r.article_id`,
  categories: `SELECT slug AS key, jsonb_build_object('name', name, 'key', name_key,
      'aliases', (SELECT jsonb_agg(x.slug ORDER BY x.slug) FROM category_aliases x WHERE x.category_id = c.id)) AS row
    FROM categories c`,
  removed: `SELECT identity_key AS key, jsonb_build_object('slug', slug, 'code', share_code, 'at', removed_at,
      'paths', (SELECT jsonb_agg(p ORDER BY p) FROM unnest(paths) AS p)) AS row FROM removed_articles`,
  wanted: 'SELECT path AS key, to_jsonb(w) AS row FROM wanted_paths w',
  settings: `SELECT key, value AS row FROM settings WHERE key LIKE 'content.%'`,
};

const rowSchema = z.array(z.object({ key: z.string(), row: z.json() }));

/** All content by table, without ids and without when a portal first met a tag, stock or category. */
export async function readPortal(): Promise<Record<string, Record<string, unknown>>> {
  const parts = await Promise.all(
    Object.entries(contents).map(async ([name, query]) => {
      const rows = rowSchema.parse(
        await getDb().$queryRawUnsafe(`SELECT * FROM (${query}) q ORDER BY key COLLATE "C"`),
      );
      return [name, Object.fromEntries(rows.map(({ key, row }) => [key, row]))] as const;
    }),
  );
  return Object.fromEntries(parts);
}

/** A folder that does not exist yet. */
export async function newFolder(): Promise<string> {
  return path.join(await mkdtemp(path.join(tmpdir(), 'finews-export-')), 'out');
}

/** The texts of a folder's files by relative path, the manifest without its time. */
export async function readFolderTexts(folder: string): Promise<Record<string, string>> {
  const texts = await Promise.all(
    listFiles(folder).map(async (file) => {
      const text = await readFile(file, 'utf8');
      return [path.relative(folder, file), text.replace(/"exported_at": "[^"]*"/, '')] as const;
    }),
  );
  return Object.fromEntries(texts);
}
