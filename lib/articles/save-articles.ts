import { randomInt } from 'node:crypto';
import type { Prisma } from '@/lib/db/generated/client';
import { getBatchDb } from '@/lib/db/prisma-client';
import type { ArticleStatus } from './article';
import { cacheTag } from './article-cache';
import type { ArticleInput, SavedArticle, SaveOutcome } from './article-input';
import { insertArticles, overwriteArticles, type PlannedArticle } from './article-writes';
import { categoryKey, resolveCategories, type StoredCategory } from './category-store';
import { type ArticleChange, recordChanges } from './change-log';
import { chooseSlug, listCandidates } from './choose-slug';
import { hashContent } from './content-hash';
import { isSamePost } from './same-post';

/** Who saves and how. */
export interface SaveContext {
  importId?: string;
  editorId?: string;
  /** New articles wait as drafts. */
  asDraft?: boolean;
  /** Find out what would happen, then take everything back. */
  dryRun?: boolean;
  /** More writes of the caller in the same transaction, all or nothing (an import's items and counts). */
  alsoWrite?: (tx: Prisma.TransactionClient, saved: SavedArticle[]) => Promise<void>;
}

type ExistingArticle = Prisma.ArticleGetPayload<{ include: typeof withCategoryAndTags }>;
const withCategoryAndTags = {
  category: { select: { slug: true } },
  tags: { select: { tag: { select: { name: true } } } },
} as const;

class DryRunEnd extends Error {}

/**
 * The one write path: saves a batch (at most a few hundred inputs, no identity twice) in one transaction with
 * its categories, tags, links, mentions, short links and revisions, and records one change event an article.
 * Returns what became of each input, in order. All or nothing: on an error nothing was written.
 */
export async function saveArticles(inputs: ArticleInput[], context: SaveContext): Promise<SavedArticle[]> {
  let saved: SavedArticle[] = [];
  try {
    await getBatchDb().$transaction(
      async (tx) => {
        saved = await saveBatch(tx, inputs, context);
        await context.alsoWrite?.(tx, saved);
        if (context.dryRun) throw new DryRunEnd();
      },
      { timeout: 120_000, maxWait: 30_000 },
    );
  } catch (error) {
    if (!(error instanceof DryRunEnd)) throw error;
  }
  return saved;
}

async function saveBatch(
  tx: Prisma.TransactionClient,
  inputs: ArticleInput[],
  context: SaveContext,
): Promise<SavedArticle[]> {
  // One writer at a time over all processes: two imports of the same posts end as one, without deadlocks.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('finews.save'))`;
  const categories = await resolveCategories(
    tx,
    inputs.flatMap(({ category }) => category ?? []),
  );
  const existing = await findExisting(tx, inputs);
  const slugs = await findTakenSlugs(tx, inputs);
  const planned = inputs.map((input) => planOne(input, existing, categories, slugs, context));
  const created = planned.filter(({ outcome, existing: old }) => outcome === 'created' && !old);
  const overwritten = planned.filter(({ outcome, existing: old }) => outcome !== 'unchanged' && old);
  const ids = await insertArticles(tx, created);
  await overwriteArticles(tx, overwritten, context);
  await recordChanges(tx, planned.flatMap(buildChange));
  return planned.map((plan) => ({
    outcome: plan.outcome,
    articleId: plan.existing?.id ?? ids.get(plan.identityKey) ?? 0,
    slug: plan.slug,
    contentHash: plan.outcome === 'unchanged' ? (plan.existing?.contentHash ?? '') : plan.contentHash,
    isWeakerCopy: plan.isWeakerCopy,
  }));
}

/** Articles by identity; also those of the second identity that a namesake got (see `secondKey`). */
async function findExisting(
  tx: Prisma.TransactionClient,
  inputs: ArticleInput[],
): Promise<Map<string, ExistingArticle>> {
  const keys = inputs.flatMap((input) => [input.identityKey, secondKey(input)]);
  const rows = await tx.article.findMany({
    where: { identityKey: { in: keys } },
    include: withCategoryAndTags,
  });
  return new Map(rows.map((row) => [row.identityKey, row]));
}

/** The identity of a post whose file name belongs to another post already: name and title together. */
function secondKey(input: ArticleInput): string {
  return `${input.identityKey}#${input.title.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '')}`;
}

async function findTakenSlugs(tx: Prisma.TransactionClient, inputs: ArticleInput[]): Promise<Set<string>> {
  const taken = await pickTakenSlugs(tx, inputs.flatMap(listCandidates));
  // Namesakes beyond the usual: their numbers are looked up too, a hundred at a time until one is free.
  const wanted = inputs.map(({ wantedSlug }) => wantedSlug.toLowerCase());
  const crowded = inputs.filter(
    (input, at) =>
      wanted.indexOf(wanted[at] ?? '') !== at ||
      listCandidates(input).every((slug) => taken.has(slug.toLowerCase())),
  );
  for (const { wantedSlug } of crowded) {
    for (let number = 2, found = 100; found === 100; number += 100) {
      const numbered = Array.from({ length: 100 }, (_, at) => `${wantedSlug}-${number + at}`);
      const more = await pickTakenSlugs(tx, numbered);
      found = more.size;
      for (const slug of more) taken.add(slug);
    }
  }
  return taken;
}

/** Those of the slugs, lower-cased, that lead somewhere already. */
async function pickTakenSlugs(tx: Prisma.TransactionClient, slugs: string[]): Promise<Set<string>> {
  const folded = slugs.map((slug) => `/articles/${slug.toLowerCase()}`);
  const rows = await tx.link.findMany({ where: { path: { in: folded } }, select: { path: true } });
  return new Set(rows.map(({ path }) => path.slice('/articles/'.length)));
}

interface Plan extends PlannedArticle {
  outcome: SaveOutcome;
  existing: ExistingArticle | undefined;
  isWeakerCopy: boolean;
}

function planOne(
  input: ArticleInput,
  existingByKey: Map<string, ExistingArticle>,
  categories: Map<string, StoredCategory>,
  taken: Set<string>,
  context: SaveContext,
): Plan {
  const namesake = existingByKey.get(input.identityKey);
  const isOther = namesake !== undefined && !isSamePost(input, namesake);
  const identityKey = isOther ? secondKey(input) : input.identityKey;
  const existing = existingByKey.get(identityKey);
  const category = input.category && categories.get(categoryKey(input.category));
  const contentHash = hashContent(input, category?.slug ?? null);
  const isWeakerCopy = existing !== undefined && isWeaker(input, existing);
  return {
    input,
    identityKey,
    existing,
    categoryId: category?.id ?? null,
    categorySlug: category?.slug ?? null,
    contentHash,
    isWeakerCopy,
    outcome: decideOutcome(existing, contentHash, isWeakerCopy),
    slug: existing?.slug ?? chooseSlug(input, taken),
    status: decideStatus(input, existing, context),
    shareCode: makeShareCode(),
  };
}

/** A copy with guesses never replaces facts: a broken and a good file of one post come in any order. */
function isWeaker(input: ArticleInput, existing: ExistingArticle): boolean {
  return (
    existing.deletedAt === null &&
    input.guessedFields.some((field) => !existing.guessedFields.includes(field))
  );
}

function decideOutcome(
  existing: ExistingArticle | undefined,
  contentHash: string,
  isWeakerCopy: boolean,
): SaveOutcome {
  // An article that an editor deleted, or an import that was undone: importing it again brings it back.
  if (existing === undefined || existing.deletedAt !== null) return 'created';
  return isWeakerCopy || existing.contentHash === contentHash ? 'unchanged' : 'updated';
}

function decideStatus(
  input: ArticleInput,
  existing: ExistingArticle | undefined,
  context: SaveContext,
): ArticleStatus {
  const isHeld =
    existing?.status === 'draft' && existing.guessedFields.length > 0 && input.guessedFields.length === 0;
  if (existing && existing.deletedAt === null && !isHeld) return existing.status;
  if (context.asDraft === true || input.isDraft || input.guessedFields.length > 0) return 'draft';
  return input.publishedAt.getTime() > Date.now() ? 'scheduled' : 'published';
}

/** Eight characters without look-alikes: 2.8 × 10^12 codes, so a clash within a portal's life is unlikely. */
function makeShareCode(): string {
  const alphabet = '23456789abcdefghjkmnpqrstuvwxyzABCDEFGHJ';
  return Array.from({ length: 8 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

function buildChange(plan: Plan): ArticleChange[] {
  const wasPublished = plan.existing?.status === 'published' && plan.existing.deletedAt === null;
  const isPublished = plan.status === 'published';
  if (plan.outcome === 'unchanged' || (!wasPublished && !isPublished)) return [];
  const categories = [plan.categorySlug, plan.existing?.category?.slug].filter((slug) => slug != null);
  const tags = [...plan.input.tags, ...(plan.existing?.tags ?? []).map(({ tag }) => tag.name)];
  return [
    {
      kind: wasPublished ? 'changed' : 'published',
      slug: plan.slug,
      tags: [
        cacheTag.article(plan.slug),
        cacheTag.front(),
        ...categories.map(cacheTag.category),
        ...tags.map(cacheTag.tag),
      ],
    },
  ];
}
