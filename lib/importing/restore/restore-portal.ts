import { categoryKey, resolveCategories } from '@/lib/articles/category-store';
import { foldCategorySlug } from '@/lib/articles/fold-category';
import type { PortalManifest } from '@/lib/articles/portal-manifest';
import { lockWrites } from '@/lib/articles/save-articles';
import { getDb } from '@/lib/db/prisma-client';
import { type Sql, withTransaction } from '@/lib/db/sql';
import type { SourceEntry } from '../imported-post';
import { type ImportRun, lockRun } from '../import-run-store';
import { type CheckedExport, checkExports } from './check-export';

/**
 * The end of an import that held an export of a portal: compares its files with its manifest, and brings back what
 * belongs to no single article. What is here already stays as it is. Costs one query where there was no export.
 * Damaged files make the manifest's own item a rejected one that names them.
 */
export async function restorePortal(run: ImportRun, open: () => AsyncIterable<SourceEntry>): Promise<void> {
  const items = await listManifests(run.summary.id);
  if (items.length === 0) return;
  const checked = await checkExports(
    open(),
    items.map(({ path }) => path),
  );
  await withTransaction(async (sql) => {
    await lockRun(sql, run, Infinity);
    await lockWrites(sql);
    for (const { path, position } of items) {
      const found = checked.get(path);
      if (found?.manifest && !run.summary.dryRun)
        await restoreSurroundings(sql, found.manifest, run.summary.id);
      if (found && found.notes.length > 0) await rejectManifest(sql, run.summary.id, position, found);
    }
  });
}

async function listManifests(importId: string): Promise<{ path: string; position: number }[]> {
  return getDb().importItem.findMany({
    where: {
      importId,
      format: 'export',
      outcome: 'skipped',
      warnings: { array_contains: [{ code: 'export-manifest' }] },
    },
    select: { path: true, position: true },
  });
}

async function rejectManifest(
  sql: Sql,
  importId: string,
  position: number,
  { notes }: CheckedExport,
): Promise<void> {
  await sql(
    `UPDATE import_items SET outcome = 'rejected', warnings = $3 WHERE import_id = $1 AND position = $2`,
    [importId, position, JSON.stringify(notes)],
  );
  await sql('UPDATE imports SET skipped = skipped - 1, rejected = rejected + 1 WHERE id = $1', [importId]);
}

async function restoreSurroundings(sql: Sql, manifest: PortalManifest, importId: string): Promise<void> {
  await restoreCategories(sql, manifest, importId);
  await sql(
    `INSERT INTO removed_articles (identity_key, slug, import_id, paths, share_code, snapshot, removed_at)
     SELECT identity_key, slug, $2, paths, share_code, '{}', removed_at
     FROM json_to_recordset($1::json) AS i(identity_key text, slug text, paths text[], share_code text,
       removed_at timestamptz)
     WHERE NOT EXISTS (SELECT FROM articles a WHERE a.identity_key = i.identity_key)
     ON CONFLICT (identity_key) DO NOTHING`,
    [JSON.stringify(manifest.removed_articles), importId],
  );
  await sql(
    `INSERT INTO wanted_paths (path, hits, last_referrer, first_seen_at, last_seen_at)
     SELECT path, hits, last_referrer, first_seen_at, last_seen_at
     FROM json_to_recordset($1::json) AS i(path text, hits int, last_referrer text, first_seen_at timestamptz,
       last_seen_at timestamptz) ON CONFLICT (path) DO NOTHING`,
    [JSON.stringify(manifest.wanted_paths)],
  );
  await sql(
    `INSERT INTO settings (key, value, updated_at) SELECT key, value, now() FROM json_each($1::json)
     ON CONFLICT (key) DO NOTHING`,
    [JSON.stringify(manifest.settings)],
  );
}

/** Also those that no article is in, and every slug that a category was ever known by. */
async function restoreCategories(sql: Sql, { categories }: PortalManifest, importId: string): Promise<void> {
  const known = await resolveCategories(sql, categories, importId);
  const aliases = categories.flatMap((category) => {
    const categoryId = known.get(categoryKey(category))?.id;
    return category.aliases
      .filter((slug) => foldCategorySlug(slug) === slug)
      .map((slug) => ({ slug, categoryId }));
  });
  await sql(
    `INSERT INTO category_aliases (slug, category_id)
     SELECT slug, "categoryId" FROM json_to_recordset($1::json) AS i(slug text, "categoryId" int)
     WHERE "categoryId" IS NOT NULL ON CONFLICT (slug) DO NOTHING`,
    [JSON.stringify(aliases)],
  );
}
