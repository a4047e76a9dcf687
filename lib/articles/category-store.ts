import type { Prisma } from '@/lib/db/generated/client';
import type { CategoryRef } from './article';

export interface StoredCategory extends CategoryRef {
  id: number;
}

/** A category as a post names it. */
export interface WantedCategory {
  slug: string;
  name: string | null;
}

/** Folds a category's name for comparison: width, case and spaces make no difference. */
export function foldCategoryName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
}

/** Folds a category's slug for comparison: `TechWeb` and `Techweb` are one. */
export function foldCategorySlug(slug: string): string {
  return slug.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, '-');
}

/** The key under which `resolveCategories` answers. */
export function categoryKey(wanted: WantedCategory): string {
  return JSON.stringify([foldCategorySlug(wanted.slug), wanted.name && foldCategoryName(wanted.name)]);
}

/**
 * Finds or makes the category of each wish. The name decides, as one outlet has had several slugs; the slug
 * decides where no name is known. A new slug of a known name becomes an alias.
 */
export async function resolveCategories(
  tx: Prisma.TransactionClient,
  wishes: WantedCategory[],
): Promise<Map<string, StoredCategory>> {
  const resolved = new Map<string, StoredCategory>();
  for (const wanted of wishes) {
    const key = categoryKey(wanted);
    if (!resolved.has(key)) resolved.set(key, await resolveCategory(tx, wanted));
  }
  return resolved;
}

async function resolveCategory(
  tx: Prisma.TransactionClient,
  wanted: WantedCategory,
): Promise<StoredCategory> {
  const slug = foldCategorySlug(wanted.slug) || foldCategorySlug(wanted.name ?? 'news');
  const alias = await tx.categoryAlias.findUnique({ where: { slug }, select: { category: true } });
  if (wanted.name === null) {
    return alias ? alias.category : createCategory(tx, slug, wanted.slug.trim() || slug);
  }
  const known = await tx.category.findUnique({ where: { nameKey: foldCategoryName(wanted.name) } });
  if (known) {
    if (!alias) await tx.categoryAlias.create({ data: { slug, categoryId: known.id } });
    return known;
  }
  if (alias && isUnnamed(alias.category)) return nameCategory(tx, alias.category.id, wanted.name);
  return createCategory(tx, slug, wanted.name);
}

/** Made from a slug alone, before any post told the name. */
function isUnnamed(category: CategoryRef): boolean {
  return foldCategorySlug(category.name) === category.slug;
}

async function nameCategory(tx: Prisma.TransactionClient, id: number, name: string): Promise<StoredCategory> {
  return tx.category.update({ where: { id }, data: { name, nameKey: foldCategoryName(name) } });
}

async function createCategory(
  tx: Prisma.TransactionClient,
  wantedSlug: string,
  name: string,
): Promise<StoredCategory> {
  const slug = await findFreeSlug(tx, wantedSlug);
  return tx.category.create({
    data: { slug, name, nameKey: foldCategoryName(name), aliases: { create: { slug } } },
  });
}

/** Two outlets can share their tone-less pinyin; the later one gets a number. */
async function findFreeSlug(tx: Prisma.TransactionClient, wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    const taken = await tx.categoryAlias.findUnique({ where: { slug } });
    if (!taken) return slug;
  }
}
