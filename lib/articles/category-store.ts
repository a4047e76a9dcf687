import type { Sql } from '@/lib/db/sql';
import { z } from 'zod';
import type { CategoryRef } from './article';
import { foldCategoryName, foldCategorySlug } from './fold-category';

export interface StoredCategory extends CategoryRef {
  id: number;
}

/** A category as a post names it. */
export interface WantedCategory {
  slug: string;
  name: string | null;
}

/** The key under which `resolveCategories` answers. */
export function categoryKey(wanted: WantedCategory): string {
  return JSON.stringify([foldCategorySlug(wanted.slug), wanted.name && foldCategoryName(wanted.name)]);
}

/**
 * Finds or makes the category of each wish. The name decides, as one outlet has had several slugs; the slug
 * decides where no name is known. A new slug of a known name becomes an alias. What an import changes in a category
 * that is there is kept as its effect.
 */
export async function resolveCategories(
  sql: Sql,
  wishes: WantedCategory[],
  importId?: string,
): Promise<Map<string, StoredCategory>> {
  const wanted = new Map(wishes.map((wish) => [categoryKey(wish), wish]));
  const known = { ...(await loadKnown(sql, [...wanted.values()])), importId };
  const resolved = new Map<string, StoredCategory>();
  for (const [key, wish] of wanted) resolved.set(key, await resolveCategory(sql, wish, known));
  return resolved;
}

const categoryRow = z.object({ id: z.int(), slug: z.string(), name: z.string(), nameKey: z.string() });

/** What the tables hold of the wished slugs and names; kept up to date while new ones are made. */
interface KnownCategories {
  /** The import on whose behalf names are given, so that its undo can take them back. */
  importId?: string | undefined;
  bySlug: Map<string, StoredCategory>;
  byName: Map<string, StoredCategory>;
}

async function loadKnown(sql: Sql, wishes: WantedCategory[]): Promise<KnownCategories> {
  const names = wishes.map(foldWishedName);
  const aliases = z.array(categoryRow.extend({ alias: z.string() })).parse(
    await sql(
      `SELECT a.slug AS alias, c.id, c.slug, c.name, c.name_key AS "nameKey"
       FROM category_aliases a JOIN categories c ON c.id = a.category_id WHERE a.slug = ANY($1)`,
      [wishes.map(foldWishedSlug)],
    ),
  );
  const categories = z
    .array(categoryRow)
    .parse(
      await sql(`SELECT id, slug, name, name_key AS "nameKey" FROM categories WHERE name_key = ANY($1)`, [
        names,
      ]),
    );
  return {
    bySlug: new Map(aliases.map(({ alias, ...category }) => [alias, category])),
    byName: new Map(categories.map((category) => [category.nameKey, category])),
  };
}

function foldWishedSlug({ slug, name }: WantedCategory): string {
  return foldCategorySlug(slug.trim() === '' ? (name ?? 'news') : slug);
}

/** A slug that no name came with may be the name of a category: `techweb` and "TechWeb". */
function foldWishedName({ slug, name }: WantedCategory): string {
  return foldCategoryName(name ?? slug);
}

async function resolveCategory(
  sql: Sql,
  wish: WantedCategory,
  known: KnownCategories,
): Promise<StoredCategory> {
  const slug = foldWishedSlug(wish);
  const sameSlug = known.bySlug.get(slug);
  const sameName = known.byName.get(foldWishedName(wish));
  if (wish.name === null && sameSlug) return sameSlug;
  if (sameName) return sameSlug ? sameName : addAlias(sql, slug, sameName, known);
  if (wish.name === null) return createCategory(sql, slug, wish.slug.trim() || slug, known);
  if (sameSlug && isUnnamed(sameSlug)) return nameCategory(sql, sameSlug.id, wish.name, known);
  return createCategory(sql, slug, wish.name, known);
}

/** Made from a slug alone, before any post told the name. */
function isUnnamed(category: CategoryRef): boolean {
  return foldCategorySlug(category.name) === category.slug;
}

async function addAlias(
  sql: Sql,
  slug: string,
  category: StoredCategory,
  known: KnownCategories,
): Promise<StoredCategory> {
  await sql('INSERT INTO category_aliases (slug, category_id) VALUES ($1, $2)', [slug, category.id]);
  known.bySlug.set(slug, category);
  return category;
}

async function nameCategory(
  sql: Sql,
  id: number,
  name: string,
  known: KnownCategories,
): Promise<StoredCategory> {
  const nameKey = foldCategoryName(name);
  if (known.importId !== undefined)
    await sql(
      `INSERT INTO import_effects (import_id, kind, before)
       SELECT $1, 'category-named', json_build_object('categoryId', id, 'name', name, 'nameKey', name_key)
       FROM categories WHERE id = $2`,
      [known.importId, id],
    );
  const [category] = z.tuple([categoryRow]).parse(
    await sql(
      `UPDATE categories SET name = $2, name_key = $3 WHERE id = $1
         RETURNING id, slug, name, name_key AS "nameKey"`,
      [id, name, nameKey],
    ),
  );
  known.byName.set(nameKey, category);
  known.bySlug.set(category.slug, category);
  return category;
}

async function createCategory(
  sql: Sql,
  wantedSlug: string,
  name: string,
  known: KnownCategories,
): Promise<StoredCategory> {
  const slug = await findFreeSlug(sql, wantedSlug);
  const nameKey = foldCategoryName(name);
  const [category] = z.tuple([categoryRow]).parse(
    await sql(
      `INSERT INTO categories (slug, name, name_key) VALUES ($1, $2, $3)
       RETURNING id, slug, name, name_key AS "nameKey"`,
      [slug, name, nameKey],
    ),
  );
  await sql('INSERT INTO category_aliases (slug, category_id) VALUES ($1, $2)', [slug, category.id]);
  known.bySlug.set(slug, category);
  known.byName.set(nameKey, category);
  return category;
}

/** Two outlets can share their tone-less pinyin; the later one gets a number. */
async function findFreeSlug(sql: Sql, wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    const taken = await sql('SELECT 1 FROM category_aliases WHERE slug = $1', [slug]);
    if (taken.length === 0) return slug;
  }
}
