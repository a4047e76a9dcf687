import { type Sql, withTransaction } from '@/lib/db/sql';
import { groupStories } from '@/lib/groups/group-articles';
import type { ArticleInput, SavedArticle } from './article-input';
import { insertArticles, overwriteArticles } from './article-writes';
import { BatchTexts } from './batch-texts';
import { resolveCategories } from './category-store';
import { type ArticleChange, recordChanges } from './change-log';
import { buildChanges, findListedStates } from './listed-state';
import { type Plan, type PlanContext, planRound, toCandidate } from './plan-articles';
import { forgetRemoved } from './removed-articles';
import { pickFreeCodes, restoreArticles } from './restore-article';

/** Who saves and how. */
export interface SaveContext extends PlanContext {
  importId?: string;
  editorId?: string;
  /** Asked first in the transaction; on false nothing is written and nothing returned. */
  mayWrite?: (sql: Sql) => Promise<boolean>;
  /** More writes of the caller in the same transaction, all or nothing (an import's items and counts). */
  alsoWrite?: (sql: Sql, saved: SavedArticle[]) => Promise<void>;
}

class DryRunEnd extends Error {}

/**
 * The one write path: saves a batch (at most a few hundred inputs) in one transaction with its categories, tags, links,
 * mentions, short links and revisions, and records one change event an article. Returns what became of each input, in
 * order. All or nothing: on an error nothing was written.
 */
export async function saveArticles(inputs: ArticleInput[], context: SaveContext): Promise<SavedArticle[]> {
  let saved: SavedArticle[] = [];
  try {
    await withTransaction(async (sql) => {
      if (context.mayWrite && !(await context.mayWrite(sql))) return;
      saved = await saveBatch(sql, inputs, context);
      await context.alsoWrite?.(sql, saved);
      if (context.dryRun) throw new DryRunEnd();
    });
  } catch (error) {
    if (!(error instanceof DryRunEnd)) throw error;
  }
  return saved;
}

/** The writers' lock: one at a time over all processes, so two imports of the same posts end as one, without deadlocks. */
export async function lockWrites(sql: Sql): Promise<void> {
  await sql("SELECT pg_advisory_xact_lock(hashtext('finews.save'))::text");
}

async function saveBatch(sql: Sql, inputs: ArticleInput[], context: SaveContext): Promise<SavedArticle[]> {
  await lockWrites(sql);
  const wished = inputs.flatMap(({ category }) => category ?? []);
  const categories = await resolveCategories(sql, wished, context.importId);
  const saved: SavedArticle[] = [];
  const changes: ArticleChange[] = [];
  let waiting = inputs.map((input, index) => toCandidate(input, index, categories));
  while (waiting.length > 0) {
    const plans = await planRound(sql, waiting, context);
    if (!context.dryRun) changes.push(...(await writeRound(sql, plans, context)));
    for (const plan of plans) saved[plan.candidate.index] = toSaved(plan);
    const done = new Set(plans.map(({ candidate }) => candidate));
    waiting = waiting.filter((candidate) => !done.has(candidate));
  }
  if (!context.dryRun) await recordChanges(sql, changes);
  return saved;
}

/** Writes what was planned and returns the change events of it. */
async function writeRound(sql: Sql, plans: Plan[], context: SaveContext): Promise<ArticleChange[]> {
  const created = plans.filter(({ outcome, known }) => outcome === 'created' && !known);
  const overwritten = plans.flatMap((plan) =>
    plan.known && (plan.outcome === 'created' || plan.outcome === 'updated')
      ? [{ ...plan, identityKey: plan.known.identityKey, articleId: plan.known.id }]
      : [],
  );
  const before = await findListedStates(
    sql,
    overwritten.map(({ articleId }) => articleId),
  );
  using texts = new BatchTexts([...created, ...overwritten]);
  await keepShareCodes(sql, created);
  const ids = await insertArticles(sql, created, texts);
  for (const plan of created) plan.articleId = ids.get(plan.identityKey);
  await forgetRemoved(
    sql,
    created.flatMap(({ removed }) => removed?.identityKey ?? []),
  );
  await overwriteArticles(sql, overwritten, context, texts);
  await restoreExported(sql, created, context);
  const written = [...overwritten, ...created].flatMap((plan) =>
    plan.articleId === undefined ? [] : [{ id: plan.articleId, plan }],
  );
  await groupStories(
    sql,
    written.map(({ id, plan }) => ({
      id,
      publishedAt: plan.input.publishedAt,
      marks: texts.takeMarks(plan),
    })),
  );
  const states = await findListedStates(
    sql,
    written.map(({ id }) => id),
  );
  return buildChanges(before, states);
}

/** A short link that was shared goes on leading to its article, unless another has that code here. */
async function keepShareCodes(sql: Sql, created: readonly Plan[]): Promise<void> {
  const exported = created.filter(({ input, removed }) => input.restore?.share && !removed?.shareCode);
  const free = await pickFreeCodes(
    sql,
    exported.flatMap(({ input }) => input.restore?.share?.code ?? []),
  );
  for (const plan of exported) {
    const code = plan.input.restore?.share?.code ?? '';
    if (free.delete(code)) plan.shareCode = code;
  }
}

async function restoreExported(sql: Sql, created: readonly Plan[], { importId }: SaveContext): Promise<void> {
  const exported = created.flatMap((plan) =>
    plan.input.restore && plan.articleId !== undefined
      ? [{ plan, articleId: plan.articleId, restore: plan.input.restore }]
      : [],
  );
  const left = await restoreArticles(sql, exported, importId);
  for (const { plan, articleId, restore } of exported) {
    const { share } = restore;
    const isCodeLeft = share !== null && share.code !== plan.shareCode;
    plan.leftAddresses = [...(left.get(articleId) ?? []), ...(isCodeLeft ? [`/s/${share.code}`] : [])];
  }
}

function toSaved(plan: Plan): SavedArticle {
  return {
    outcome: plan.outcome,
    articleId: plan.known?.id ?? plan.articleId ?? 0,
    slug: plan.slug,
    contentHash: isWritten(plan) ? plan.contentHash : (plan.known?.contentHash ?? ''),
    isWeakerCopy: plan.isWeakerCopy,
    changedFields: plan.changedFields,
    foundBy: plan.foundBy,
    names: [plan.identityKey, ...plan.candidate.traces],
    ...(plan.leftAddresses && plan.leftAddresses.length > 0 && { leftAddresses: plan.leftAddresses }),
  };
}

function isWritten({ outcome }: Plan): boolean {
  return outcome === 'created' || outcome === 'updated';
}
