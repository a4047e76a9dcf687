import { foldCategoryName, foldCategorySlug } from '@/lib/articles/fold-category';
import type { Prisma } from '@/lib/db/generated/client';
import { getDb } from '@/lib/db/prisma-client';
import { locales } from '@/lib/i18n/locales';
import { extractSourceId, foldPath } from './fold-path';

/** Where an address that is no page of ours leads. `location` begins with `/`, without a language. */
export type Resolution = { kind: 'redirect'; location: string } | { kind: 'gone' } | { kind: 'unknown' };

type Finder = (path: string, address: string) => Promise<Resolution | undefined>;

/**
 * Finds what an old or foreign address means (contract, "Old and foreign addresses"). The id decides; category,
 * date, case and host are decoration. Always one hop: the answer is the article itself. `address` is a path with
 * its query, from whatever host.
 */
export async function resolveAddress(address: string): Promise<Resolution> {
  // A story as Markdown is gone when the story is.
  const path = dropLocale(foldPath(address)).replace(/^(\/articles\/[^/]+)\.md$/, '$1');
  for (const find of finders) {
    const found = await find(path, address);
    if (found) return found;
  }
  return { kind: 'unknown' };
}

/** In this order: what names an article for sure comes before what only looks like one. */
const finders: Finder[] = [
  findBySourceId,
  findByKnownAddress,
  findCategoryPage,
  findByDatedName,
  findTagOfCategory,
];

function dropLocale(path: string): string {
  const [, first = '', rest = ''] = /^\/([^/]*)(.*)$/s.exec(path) ?? [];
  return locales.some((locale) => locale.toLowerCase() === first) && rest !== '' ? rest : path;
}

const target = { slug: true, status: true, deletedAt: true } as const;

function lead(
  article: { slug: string; status: string; deletedAt: Date | null } | null | undefined,
): Resolution | undefined {
  if (!article) return undefined;
  if (article.deletedAt !== null || article.status === 'withdrawn') return { kind: 'gone' };
  // A draft is nobody's business yet: to readers it does not exist.
  if (article.status !== 'published') return { kind: 'unknown' };
  return { kind: 'redirect', location: `/articles/${encodeURIComponent(article.slug)}` };
}

async function findBySourceId(_path: string, address: string): Promise<Resolution | undefined> {
  const identityKey = extractSourceId(address);
  if (identityKey === null) return undefined;
  const article = await getDb().article.findUnique({ where: { identityKey }, select: target });
  return lead(article) ?? findRemoved({ identityKey });
}

async function findByKnownAddress(path: string): Promise<Resolution | undefined> {
  const link = await getDb().link.findUnique({ where: { path }, select: { article: { select: target } } });
  return lead(link?.article) ?? findRemoved({ paths: { has: path } });
}

/** What an undone import took away says so, wherever it was known. */
async function findRemoved(where: Prisma.RemovedArticleWhereInput): Promise<Resolution | undefined> {
  const removed = await getDb().removedArticle.findFirst({ where, select: { slug: true } });
  return removed ? { kind: 'gone' } : undefined;
}

/** `/category/TechWeb.html`, `/jingzhouribao/`, `/emnews/`: one outlet may have had several slugs; its feeds as well. */
async function findCategoryPage(path: string): Promise<Resolution | undefined> {
  const [, wanted, feed = ''] =
    /^(?:\/category)?\/([^/]+)(\/(?:feed|atom)\.xml|\/feed\.json)?$/.exec(path) ?? [];
  if (wanted === undefined) return undefined;
  const slug = foldCategorySlug(decodeOnce(wanted));
  const alias = await getDb().categoryAlias.findUnique({ where: { slug }, select: { category: true } });
  const category =
    alias?.category ?? (await getDb().category.findUnique({ where: { nameKey: foldCategoryName(slug) } }));
  return category
    ? { kind: 'redirect', location: `/category/${encodeURIComponent(category.slug)}${feed}` }
    : undefined;
}

/**
 * `/any/2021/12/09/name`: the day can be off by one (dates without a zone) or that of a build, and the category
 * is decoration, so the name decides, with the nearest day.
 */
async function findByDatedName(path: string): Promise<Resolution | undefined> {
  const match = /\/(\d{4})\/(\d{1,2})\/(\d{1,2})\/(?:(\d{4})-(\d{1,2})-(\d{1,2})-)?([^/]+)$/.exec(path);
  const [, year, month, day, nameYear = year, nameMonth = month, nameDay = day, name] = match ?? [];
  if (name === undefined) return undefined;
  const paths = listNamedPaths(Date.UTC(Number(nameYear), Number(nameMonth) - 1, Number(nameDay)), name);
  const links = await getDb().link.findMany({
    where: { path: { in: paths } },
    select: { path: true, article: { select: target } },
  });
  const nearest = paths
    .map((path) => links.find((link) => link.path === path))
    .find((link) => link !== undefined);
  return lead(nearest?.article);
}

/** `/yyyy-mm-dd-name` of a day and of its two neighbours: under it each post is known by its file's name. */
function listNamedPaths(at: number, name: string): string[] {
  if (Number.isNaN(at)) return [];
  return [0, -1, 1].map(
    (shift) => `/${new Date(at + shift * 86_400_000).toISOString().slice(0, 10)}-${name}`,
  );
}

/** `/tag/荆州日报新闻`: on the old site an outlet's tag was its category. */
async function findTagOfCategory(path: string): Promise<Resolution | undefined> {
  const tag = /^\/tag\/([^/]+)$/.exec(path)?.[1];
  if (tag === undefined) return undefined;
  const name = decodeOnce(tag);
  const nameKeys = [name, name.replace(/新闻$/, '')].map(foldCategoryName);
  const category = await getDb().category.findFirst({ where: { nameKey: { in: nameKeys } } });
  return category
    ? { kind: 'redirect', location: `/category/${encodeURIComponent(category.slug)}` }
    : undefined;
}

/** A folded path keeps `%`, `?` and `#` encoded. */
function decodeOnce(segment: string): string {
  return segment.replaceAll('%25', '%').replaceAll('%3f', '?').replaceAll('%23', '#');
}
