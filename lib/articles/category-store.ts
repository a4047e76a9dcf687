import type { Prisma } from '@/lib/db/generated/client';
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
 * decides where no name is known. A new slug of a known name becomes an alias.
 */
export async function resolveCategories(
  tx: Prisma.TransactionClient,
  wishes: WantedCategory[],
): Promise<Map<string, StoredCategory>> {
  const wanted = new Map(wishes.map((wish) => [categoryKey(wish), wish]));
  const known = await loadKnown(tx, [...wanted.values()]);
  const resolved = new Map<string, StoredCategory>();
  for (const [key, wish] of wanted) resolved.set(key, await resolveCategory(tx, wish, known));
  return resolved;
}

/** What the tables hold of the wished slugs and names; kept up to date while new ones are made. */
interface KnownCategories {
  bySlug: Map<string, StoredCategory>;
  byName: Map<string, StoredCategory>;
}

async function loadKnown(tx: Prisma.TransactionClient, wishes: WantedCategory[]): Promise<KnownCategories> {
  const names = wishes.map(foldWishedName);
  const aliases = await tx.categoryAlias.findMany({
    where: { slug: { in: wishes.map(foldWishedSlug) } },
    select: { slug: true, category: true },
  });
  const categories = await tx.category.findMany({ where: { nameKey: { in: names } } });
  return {
    bySlug: new Map(aliases.map(({ slug, category }) => [slug, category])),
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
  tx: Prisma.TransactionClient,
  wish: WantedCategory,
  known: KnownCategories,
): Promise<StoredCategory> {
  const slug = foldWishedSlug(wish);
  const sameSlug = known.bySlug.get(slug);
  const sameName = known.byName.get(foldWishedName(wish));
  if (wish.name === null && sameSlug) return sameSlug;
  if (sameName) return sameSlug ? sameName : addAlias(tx, slug, sameName, known);
  if (wish.name === null) return createCategory(tx, slug, wish.slug.trim() || slug, known);
  if (sameSlug && isUnnamed(sameSlug)) return nameCategory(tx, sameSlug.id, wish.name, known);
  return createCategory(tx, slug, wish.name, known);
}

/** Made from a slug alone, before any post told the name. */
function isUnnamed(category: CategoryRef): boolean {
  return foldCategorySlug(category.name) === category.slug;
}

async function addAlias(
  tx: Prisma.TransactionClient,
  slug: string,
  category: StoredCategory,
  known: KnownCategories,
): Promise<StoredCategory> {
  await tx.categoryAlias.create({ data: { slug, categoryId: category.id } });
  known.bySlug.set(slug, category);
  return category;
}

async function nameCategory(
  tx: Prisma.TransactionClient,
  id: number,
  name: string,
  known: KnownCategories,
): Promise<StoredCategory> {
  const nameKey = foldCategoryName(name);
  const category = await tx.category.update({ where: { id }, data: { name, nameKey } });
  known.byName.set(nameKey, category);
  known.bySlug.set(category.slug, category);
  return category;
}

async function createCategory(
  tx: Prisma.TransactionClient,
  wantedSlug: string,
  name: string,
  known: KnownCategories,
): Promise<StoredCategory> {
  const slug = await findFreeSlug(tx, wantedSlug);
  const nameKey = foldCategoryName(name);
  const category = await tx.category.create({ data: { slug, name, nameKey, aliases: { create: { slug } } } });
  known.bySlug.set(slug, category);
  known.byName.set(nameKey, category);
  return category;
}

/** Two outlets can share their tone-less pinyin; the later one gets a number. */
async function findFreeSlug(tx: Prisma.TransactionClient, wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    const taken = await tx.categoryAlias.findUnique({ where: { slug } });
    if (!taken) return slug;
  }
}
