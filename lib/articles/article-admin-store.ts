import type { Prisma } from '@/lib/db/generated/client';
import { getBatchDb, getDb } from '@/lib/db/prisma-client';
import { sqlOf } from '@/lib/db/sql';
import { AppError } from '@/lib/errors/app-error';
import { findStoredImages } from '@/lib/images/remote-image-store';
import { showStoredImages } from '@/lib/images/show-stored-images';
import type { Article, ArticleStatus, ArticleSummary } from './article';
import { buildCursor, parseCursor } from './article-cursor';
import { articleFields, newestFirst, summaryFields, toArticle, toSummary } from './article-rows';
import { recordRevisions } from './article-writes';
import { recordChanges } from './change-log';
import { buildChanges, findListedStates } from './listed-state';

/** Whoever acts; the caller has checked that they may. */
export interface ActingEditor {
  id: string;
}

/** An article as the editor's list shows it. */
export interface EditorArticle extends ArticleSummary {
  status: ArticleStatus;
  guessedFields: string[];
  isDeleted: boolean;
  updatedAt: Date;
}

export interface EditorArticleFilter {
  /** Words in title, digest or text: searchArticlesForEditor. */
  search?: string;
  /** A status, or `deleted` for those that can be brought back. */
  status?: ArticleStatus | 'deleted';
  /** Slug of a category. */
  category?: string;
  before?: string;
}

const pageSize = 50;

const editorFields = {
  ...summaryFields,
  status: true,
  guessedFields: true,
  deletedAt: true,
  updatedAt: true,
} as const satisfies Prisma.ArticleSelect;

/** Articles in every state, newest first, 50 a page. */
export async function listArticlesForEditor(
  _editor: ActingEditor,
  filter: Omit<EditorArticleFilter, 'search'>,
): Promise<{ items: EditorArticle[]; next: string | null }> {
  const rows = await getDb().article.findMany({
    where: { ...buildFilter(filter), ...below(filter.before) },
    select: editorFields,
    orderBy: newestFirst,
    take: pageSize + 1,
  });
  const items = rows.slice(0, pageSize);
  const last = items.at(-1);
  return {
    items: items.map(toEditorArticle),
    next: rows.length > pageSize && last ? buildCursor(last) : null,
  };
}

/** Some articles in whatever state, in the order of their ids in `ids`. */
export async function findArticlesForEditor(
  _editor: ActingEditor,
  ids: readonly number[],
): Promise<EditorArticle[]> {
  const rows = await getDb().article.findMany({ where: { id: { in: [...ids] } }, select: editorFields });
  const byId = new Map(rows.map((row) => [row.id, toEditorArticle(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function toEditorArticle(row: Prisma.ArticleGetPayload<{ select: typeof editorFields }>): EditorArticle {
  return {
    ...toSummary(row),
    status: row.status,
    guessedFields: row.guessedFields,
    isDeleted: row.deletedAt !== null,
    updatedAt: row.updatedAt,
  };
}

/** An article with everything an editor should see before deciding about it. */
export type EditorArticleDetails = Article & EditorArticle & { addresses: string[] };

/** One article in whatever state, with all addresses it is known by. */
export async function findArticleForEditor(
  _editor: ActingEditor,
  slug: string,
): Promise<EditorArticleDetails | undefined> {
  const row = await getDb().article.findUnique({
    where: { slug },
    select: {
      ...articleFields,
      status: true,
      guessedFields: true,
      deletedAt: true,
      links: { select: { path: true }, orderBy: { createdAt: 'asc' } },
    },
  });
  if (!row) return undefined;
  const { status, guessedFields, links } = row;
  const addresses = links.map(({ path }) => path);
  const article = showStoredImages(toArticle(row), await findStoredImages([row]));
  return { ...article, status, guessedFields, isDeleted: row.deletedAt !== null, addresses };
}

/** How many articles stand in each status, deleted ones apart. */
export async function countArticlesByStatus(
  _editor: ActingEditor,
): Promise<Record<ArticleStatus | 'deleted', number>> {
  const [groups, deleted] = await Promise.all([
    getDb().article.groupBy({ by: ['status'], where: { deletedAt: null }, _count: true }),
    getDb().article.count({ where: { deletedAt: { not: null } } }),
  ]);
  const count = (status: ArticleStatus) => groups.find((group) => group.status === status)?._count ?? 0;
  return {
    draft: count('draft'),
    scheduled: count('scheduled'),
    published: count('published'),
    withdrawn: count('withdrawn'),
    deleted,
  };
}

function buildFilter({ status, category }: EditorArticleFilter): Prisma.ArticleWhereInput {
  return {
    deletedAt: status === 'deleted' ? { not: null } : null,
    ...(status !== undefined && status !== 'deleted' && { status }),
    ...(category !== undefined && category !== '' && { category: { slug: category } }),
  };
}

function below(before: string | undefined): Prisma.ArticleWhereInput {
  if (before === undefined) return {};
  const { publishedAt, id } = parseCursor(before);
  return { OR: [{ publishedAt: { lt: publishedAt } }, { publishedAt, id: { lt: id } }] };
}

/** Publishes (a date to come: schedules) or withdraws. Throws `article-unknown` (404). */
export async function changeArticleStatus(
  editor: ActingEditor,
  slug: string,
  status: 'published' | 'withdrawn',
): Promise<void> {
  await changeArticle(editor, slug, (article) =>
    status === 'published'
      ? { status: article.publishedAt.getTime() > Date.now() ? 'scheduled' : 'published', guessedFields: [] }
      : { status },
  );
}

/** Takes an article off every page; `restoreArticle` brings it back as it was. */
export async function deleteArticle(editor: ActingEditor, slug: string): Promise<void> {
  await changeArticle(editor, slug, () => ({ deletedAt: new Date() }));
}

/** Brings a deleted article back in the state it had. */
export async function restoreArticle(editor: ActingEditor, slug: string): Promise<void> {
  await changeArticle(editor, slug, () => ({ deletedAt: null }));
}

const changing = {
  id: true,
  status: true,
  publishedAt: true,
} as const satisfies Prisma.ArticleSelect;

type ChangingArticle = Prisma.ArticleGetPayload<{ select: typeof changing }>;

async function changeArticle(
  editor: ActingEditor,
  slug: string,
  decide: (article: ChangingArticle) => Prisma.ArticleUncheckedUpdateInput,
): Promise<void> {
  await getBatchDb().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('finews.save'))`;
    const article = await tx.article.findUnique({ where: { slug }, select: changing });
    if (!article) throw new AppError('article-unknown', {}, 404);
    const sql = sqlOf(tx);
    const before = await findListedStates(sql, [article.id]);
    await recordRevisions(sql, [article.id], { editorId: editor.id });
    await tx.article.update({
      where: { id: article.id },
      data: { ...decide(article), updatedAt: new Date() },
      select: { id: true },
    });
    await recordChanges(sql, buildChanges(before, await findListedStates(sql, [article.id])));
  });
}
