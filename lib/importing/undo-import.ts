import type { Prisma } from '@/lib/db/generated/client';
import { getBatchDb } from '@/lib/db/prisma-client';
import { buildStatusChange } from '@/lib/articles/article-admin-store';
import { type ArticleSnapshot, articleSnapshot } from '@/lib/articles/article-snapshot';
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

/** What the change event needs to know. */
const visibility = {
  id: true,
  slug: true,
  status: true,
  deletedAt: true,
  category: { select: { slug: true } },
  tags: { select: { tag: { select: { name: true } } } },
} as const satisfies Prisma.ArticleSelect;

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
      ...visibility,
      contentHash: true,
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
    const former = findFormerState(article, by.importId);
    const after = former ? await restore(tx, article.id, former) : await remove(tx, article.id);
    if (former && former.state.deletedAt === null) result.restored += 1;
    else result.removed += 1;
    changes.push(...buildStatusChange(article, after));
  }
  // As if the import had never been: an undo of the one before it must not take them for a later change.
  const articleId = { in: articles.map(({ id }) => id) };
  const kept = { slug: { in: result.keptBecauseChanged } };
  await tx.revision.deleteMany({ where: { articleId, importId: by.importId, article: { NOT: kept } } });
  return changes;
}

interface FormerState {
  state: ArticleSnapshot;
  contentHash: string;
}

/** What was there before the import: the first state that it overwrote, unless it had made that itself. */
function findFormerState(article: TouchedArticle, importId: string): FormerState | undefined {
  const first = article.revisions.filter((revision) => revision.importId === importId).at(-1);
  if (!first) return undefined;
  const state = articleSnapshot.parse(first.snapshot);
  const isOwnWork = article.items[0]?.outcome === 'created' && state.deletedAt === null;
  return isOwnWork ? undefined : { state, contentHash: first.contentHash };
}

async function remove(tx: Prisma.TransactionClient, id: number) {
  return tx.article.update({
    where: { id },
    data: { deletedAt: new Date(), updatedAt: new Date() },
    select: visibility,
  });
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

async function restore(tx: Prisma.TransactionClient, articleId: number, { state, contentHash }: FormerState) {
  const { tagIds, mentions, categoryId, ...fields } = state;
  const category = categoryId === null ? null : await tx.category.findUnique({ where: { id: categoryId } });
  await tx.articleTag.deleteMany({ where: { articleId } });
  await tx.mention.deleteMany({ where: { articleId } });
  return tx.article.update({
    where: { id: articleId },
    select: visibility,
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
