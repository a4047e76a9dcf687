import type { Prisma } from '@/lib/db/generated/client';
import { getBatchDb } from '@/lib/db/prisma-client';
import { articleSnapshot } from '@/lib/articles/article-snapshot';
import { cacheTag } from '@/lib/articles/article-cache';
import { type ArticleChange, recordChanges } from '@/lib/articles/change-log';
import { AppError } from '@/lib/errors/app-error';

export interface UndoResult {
  /** Created articles that are gone again (deleted; importing them anew brings them back). */
  removed: number;
  /** Overwritten articles that have their former content and state again. */
  restored: number;
  /** Slugs of articles that somebody changed since; they were left as they are. */
  keptBecauseChanged: string[];
}

const batchSize = 500;

/**
 * Takes a whole import back. Articles that changed after it are left alone and named. Throws `import-unknown`
 * (404), `import-not-undoable` (409) for a preview, one that still runs or one that was undone already.
 */
export async function undoImport(importId: string, editor: { id: string }): Promise<UndoResult> {
  return getBatchDb().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('finews.save'))`;
      await requireUndoable(tx, importId);
      const result: UndoResult = { removed: 0, restored: 0, keptBecauseChanged: [] };
      for (let after = 0; ;) {
        const articles = await listTouched(tx, importId, after);
        if (articles.length === 0) break;
        after = articles.at(-1)?.id ?? after;
        await recordChanges(tx, await undoArticles(tx, articles, { importId, editorId: editor.id }, result));
      }
      await tx.import.update({ where: { id: importId }, data: { status: 'undone' } });
      return result;
    },
    { timeout: 600_000, maxWait: 30_000 },
  );
}

async function requireUndoable(tx: Prisma.TransactionClient, importId: string): Promise<void> {
  const row = await tx.import.findUnique({ where: { id: importId }, select: { status: true, dryRun: true } });
  if (!row) throw new AppError('import-unknown', {}, 404);
  if (row.dryRun || (row.status !== 'done' && row.status !== 'failed')) {
    throw new AppError('import-not-undoable', { status: row.status }, 409);
  }
}

/** Articles that the import wrote, by id, with its own items and the states that it overwrote. */
async function listTouched(tx: Prisma.TransactionClient, importId: string, after: number) {
  return tx.article.findMany({
    where: { id: { gt: after }, items: { some: { importId, outcome: { in: ['created', 'updated'] } } } },
    select: {
      id: true,
      slug: true,
      identityKey: true,
      contentHash: true,
      status: true,
      deletedAt: true,
      category: { select: { slug: true } },
      tags: { select: { tag: { select: { name: true } } } },
      items: {
        where: { importId, outcome: { in: ['created', 'updated'] } },
        orderBy: { position: 'asc' },
        select: { outcome: true, contentHash: true },
      },
      revisions: {
        orderBy: { id: 'desc' },
        select: { id: true, importId: true, contentHash: true, snapshot: true },
      },
    },
    orderBy: { id: 'asc' },
    take: batchSize,
  });
}

type TouchedArticle = Awaited<ReturnType<typeof listTouched>>[number];

async function undoArticles(
  tx: Prisma.TransactionClient,
  articles: TouchedArticle[],
  by: { importId: string; editorId: string },
  result: UndoResult,
): Promise<ArticleChange[]> {
  const changes: ArticleChange[] = [];
  for (const article of articles) {
    if (wasChangedSince(article, by.importId)) {
      result.keptBecauseChanged.push(article.slug);
      continue;
    }
    // The first state this import overwrote is what was there before it.
    const former = article.revisions.filter((revision) => revision.importId === by.importId).at(-1);
    if (former) await restore(tx, article.id, former.snapshot, former.contentHash);
    else
      await tx.article.update({
        where: { id: article.id },
        data: { deletedAt: new Date(), updatedAt: new Date() },
      });
    if (former) result.restored += 1;
    else result.removed += 1;
    changes.push(...describeChange(article, former !== undefined));
  }
  return changes;
}

/** Any later state that is not this import's own: another import, an editor, or a deletion. */
function wasChangedSince(article: TouchedArticle, importId: string): boolean {
  const left = article.items.at(-1)?.contentHash;
  return article.contentHash !== left || (article.revisions[0] !== undefined && isLater(article, importId));
}

/** A revision is written by whoever overwrites: the newest one not of this import means a change after it. */
function isLater(article: TouchedArticle, importId: string): boolean {
  const own = article.revisions.findIndex((revision) => revision.importId === importId);
  const isCreated = article.items[0]?.outcome === 'created';
  return own > 0 || (own === -1 && isCreated);
}

async function restore(
  tx: Prisma.TransactionClient,
  articleId: number,
  json: unknown,
  contentHash: string,
): Promise<void> {
  const { tagIds, mentions, categoryId, ...fields } = articleSnapshot.parse(json);
  const category = categoryId === null ? null : await tx.category.findUnique({ where: { id: categoryId } });
  await tx.articleTag.deleteMany({ where: { articleId } });
  await tx.mention.deleteMany({ where: { articleId } });
  await tx.article.update({
    where: { id: articleId },
    data: {
      ...fields,
      contentHash,
      categoryId: category?.id ?? null,
      updatedAt: new Date(),
      tags: { create: tagIds.map((tagId, position) => ({ tagId, position })) },
      mentions: { create: mentions },
    },
  });
}

function describeChange(article: TouchedArticle, isRestored: boolean): ArticleChange[] {
  if (article.status !== 'published' && !isRestored) return [];
  return [
    {
      kind: isRestored ? 'changed' : 'removed',
      slug: article.slug,
      tags: [
        cacheTag.article(article.slug),
        cacheTag.front(),
        ...(article.category ? [cacheTag.category(article.category.slug)] : []),
        ...article.tags.map(({ tag }) => cacheTag.tag(tag.name)),
      ],
    },
  ];
}
