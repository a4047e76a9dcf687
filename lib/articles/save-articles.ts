import { randomInt } from 'node:crypto';
import { type Sql, withTransaction } from '@/lib/db/sql';
import { groupStories } from '@/lib/groups/group-articles';
import type { ArticleStatus } from './article';
import type { ArticleInput, DuplicateRule, SavedArticle, SaveOutcome } from './article-input';
import { insertArticles, overwriteArticles, type PlannedArticle } from './article-writes';
import { BatchTexts } from './batch-texts';
import { categoryKey, resolveCategories, type StoredCategory } from './category-store';
import { type ArticleChange, recordChanges } from './change-log';
import { chooseSlug } from './choose-slug';
import { hashContent } from './content-hash';
import { buildFingerprint } from './fingerprint';
import {
  type ArticleTexts,
  findByIdentity,
  findByTrace,
  findTexts,
  type KnownArticle,
  listChangedFields,
} from './known-articles';
import { findRemoved, forgetRemoved, type RemovedArticle } from './removed-articles';
import { buildChanges, findListedStates } from './listed-state';
import { pickFreeCodes, restoreArticles } from './restore-article';
import { isSamePost } from './same-post';
import { findTakenSlugs } from './taken-slugs';

/** Who saves and how. */
export interface SaveContext {
  importId?: string;
  editorId?: string;
  /** New articles wait as drafts. */
  asDraft?: boolean;
  /** Find out what would happen, and write nothing. */
  dryRun?: boolean;
  /** What to do with an article that is there already with other content; `update` when absent. */
  duplicates?: DuplicateRule;
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

/** An input with what it can be known by. */
interface Candidate {
  index: number;
  input: ArticleInput;
  category: StoredCategory | undefined;
  contentHash: string;
  fingerprint: bigint | null;
  /** Addresses and the fingerprint, as text. */
  traces: string[];
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

function toCandidate(input: ArticleInput, index: number, categories: Map<string, StoredCategory>): Candidate {
  const fingerprint = input.fingerprint === undefined ? buildFingerprint(input) : input.fingerprint;
  const category = input.category ? categories.get(categoryKey(input.category)) : undefined;
  return {
    index,
    input,
    category,
    contentHash: hashContent(input, category?.slug ?? null),
    fingerprint,
    // Articles of an export were told apart where they come from.
    traces: hasSourceId(input) || input.restore ? [] : listTraces(input, fingerprint),
  };
}

/** The id decides alone where there is one. */
function hasSourceId({ identityKey }: ArticleInput): boolean {
  return /^\d{18}$/.test(identityKey);
}

function listTraces(input: ArticleInput, fingerprint: bigint | null): string[] {
  const paths = input.links.filter(({ kind }) => kind === 'source' || kind === 'permalink');
  return [...paths.map(({ path }) => path), ...(fingerprint === null ? [] : [String(fingerprint)])];
}

interface Plan extends PlannedArticle {
  candidate: Candidate;
  outcome: SaveOutcome;
  known: KnownArticle | undefined;
  removed: RemovedArticle | undefined;
  foundBy: SavedArticle['foundBy'];
  isWeakerCopy: boolean;
  changedFields: string[];
  leftAddresses?: string[];
}

/**
 * Decides about the inputs that can be decided at once. An input that may be the same article as one before it in the
 * round waits for the next, when that one is written.
 */
async function planRound(sql: Sql, waiting: Candidate[], context: SaveContext): Promise<Plan[]> {
  const round = context.dryRun ? waiting : pickUnrelated(waiting);
  const inputs = round.map(({ input }) => input);
  const keys = round.flatMap(({ input, contentHash }) => {
    const own = [input.identityKey, secondKey(input)];
    return context.duplicates === 'keep-both'
      ? [...own, ...own.map((key) => copyKey(key, contentHash))]
      : own;
  });
  const byKey = await findByIdentity(sql, keys);
  const strangers = round.filter(({ input }) => !byKey.has(input.identityKey));
  const byTrace = await findByTrace(
    sql,
    strangers.flatMap(({ traces }) => traces.filter((trace) => trace.startsWith('/'))),
    strangers.flatMap(({ traces, fingerprint }) =>
      traces.length > 0 && fingerprint !== null ? [fingerprint] : [],
    ),
  );
  const removed = await findRemoved(sql, keys);
  // Texts are read only where a copy is not the same to the letter.
  const hashes = new Set(round.map(({ contentHash }) => contentHash));
  const differing = [...byKey.values(), ...byTrace.values()].filter(
    (known) => !hashes.has(known.contentHash),
  );
  const texts = await findTexts(sql, [...new Set(differing.map(({ id }) => id))]);
  const slugs = await findTakenSlugs(sql, inputs);
  const facts = { byKey, byTrace, removed, texts, slugs };
  const taken = new Set<number>();
  return round.flatMap((candidate) => {
    const plan = planOne(candidate, facts, context);
    if (plan.known && taken.has(plan.known.id) && !context.dryRun) return []; // two names of one article
    if (plan.known) taken.add(plan.known.id);
    return [plan];
  });
}

/** Those that share no identity, address or text with one before them. */
function pickUnrelated(waiting: Candidate[]): Candidate[] {
  const claimed = new Set<string>();
  return waiting.filter(({ input, traces }) => {
    const names = [input.identityKey, ...traces];
    const isFree = names.every((name) => !claimed.has(name));
    for (const name of names) claimed.add(name);
    return isFree;
  });
}

/** The identity of a post whose file name belongs to another post already: name and title together. */
function secondKey(input: ArticleInput): string {
  return `${input.identityKey}#${input.title.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '')}`;
}

/** The identity of a copy that is kept beside its post: importing the same copy again finds it. */
function copyKey(identityKey: string, contentHash: string): string {
  return `${identityKey}#${contentHash.slice(0, 16)}`;
}

interface Facts {
  byKey: Map<string, KnownArticle>;
  byTrace: Map<string, KnownArticle>;
  removed: Map<string, RemovedArticle>;
  texts: Map<number, ArticleTexts>;
  slugs: Set<string>;
}

function planOne(candidate: Candidate, facts: Facts, context: SaveContext): Plan {
  const { input, category, contentHash } = candidate;
  const match = findMatch(candidate, facts);
  const differs = match.known?.deletedAt === null && match.known.contentHash !== contentHash;
  const isCopy = context.duplicates === 'keep-both' && differs;
  const identityKey = isCopy ? copyKey(match.identityKey, contentHash) : match.identityKey;
  const known = isCopy ? facts.byKey.get(identityKey) : match.known;
  const texts = known && facts.texts.get(known.id);
  const isWeakerCopy = known !== undefined && isWeaker(input, known);
  const removed = known ? undefined : facts.removed.get(identityKey);
  return {
    candidate,
    input: removed ? withFormerLinks(input, removed) : input,
    identityKey,
    known,
    removed,
    foundBy: known ? match.foundBy : null,
    fingerprint: candidate.fingerprint,
    categoryId: category?.id ?? null,
    categorySlug: category?.slug ?? null,
    contentHash,
    isWeakerCopy,
    outcome: decideOutcome(input, known, contentHash, isWeakerCopy, context),
    slug: known?.slug ?? removed?.slug ?? chooseSlug(input, facts.slugs),
    status: decideStatus(input, known, context),
    shareCode: removed?.shareCode ?? makeShareCode(),
    changedFields: known && texts ? listChangedFields(input, category?.slug ?? null, known, texts) : [],
  };
}

function withFormerLinks(input: ArticleInput, { paths }: RemovedArticle): ArticleInput {
  const known = new Set(input.links.map(({ path }) => path));
  const former = paths.filter((path) => !known.has(path)).map((path) => ({ path, kind: 'permalink' }));
  return { ...input, links: [...input.links, ...former] };
}

interface Match {
  identityKey: string;
  known: KnownArticle | undefined;
  foundBy: SavedArticle['foundBy'];
}

/** Identity decides; then any known address or the same text of the same day, when the posts look like one. */
function findMatch({ input, contentHash, traces }: Candidate, { byKey, byTrace, texts }: Facts): Match {
  const isSame = (known: KnownArticle) =>
    known.contentHash === contentHash ||
    isSamePost(input, { title: known.title, bodyText: texts.get(known.id)?.bodyText ?? '' });
  const namesake = byKey.get(input.identityKey);
  if (namesake && isSame(namesake))
    return { identityKey: input.identityKey, known: namesake, foundBy: 'identity' };
  const identityKey = namesake ? secondKey(input) : input.identityKey;
  const second = byKey.get(identityKey);
  if (second) return { identityKey, known: second, foundBy: 'identity' };
  const traced = traces
    .map((trace) => byTrace.get(trace))
    .find((known) => known !== undefined && !areToldApart(identityKey, known.identityKey) && isSame(known));
  if (traced) return { identityKey: traced.identityKey, known: traced, foundBy: 'trace' };
  return { identityKey, known: undefined, foundBy: null };
}

/** Two ids that sources gave are two posts, whatever else they share. */
function areToldApart(one: string, other: string): boolean {
  const hasId = (key: string) => /^(?:\d{18}$|guid:)/.test(key);
  return hasId(one) && hasId(other) && one !== other;
}

/** A copy with guesses never replaces facts: a broken and a good file of one post come in any order. */
function isWeaker(input: ArticleInput, known: KnownArticle): boolean {
  return (
    known.deletedAt === null && input.guessedFields.some((field) => !known.guessedFields.includes(field))
  );
}

function decideOutcome(
  { restore }: ArticleInput,
  known: KnownArticle | undefined,
  contentHash: string,
  isWeakerCopy: boolean,
  { duplicates }: SaveContext,
): SaveOutcome {
  // It was deleted when it was exported, and is deleted here.
  if (known?.deletedAt && restore?.deletedAt) return 'unchanged';
  // An article that an editor deleted: importing it again brings it back.
  if (known === undefined || known.deletedAt !== null) return 'created';
  if (isWeakerCopy || known.contentHash === contentHash) return 'unchanged';
  return duplicates === 'skip' ? 'skipped' : 'updated';
}

function decideStatus(
  input: ArticleInput,
  known: KnownArticle | undefined,
  context: SaveContext,
): ArticleStatus {
  const isHeld =
    known?.status === 'draft' && known.guessedFields.length > 0 && input.guessedFields.length === 0;
  if (known && known.deletedAt === null && !isHeld) return known.status;
  if (input.restore && context.asDraft !== true) return input.restore.status;
  if (context.asDraft === true || input.isDraft || input.guessedFields.length > 0) return 'draft';
  return input.publishedAt.getTime() > Date.now() ? 'scheduled' : 'published';
}

/** Eight characters without look-alikes: 2.8 × 10^12 codes, so a clash within a portal's life is unlikely. */
function makeShareCode(): string {
  const alphabet = '23456789abcdefghjkmnpqrstuvwxyzABCDEFGHJ';
  let code = '';
  while (code.length < 8) code += alphabet.charAt(randomInt(alphabet.length));
  return code;
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
