import { randomInt } from 'node:crypto';
import type { Sql } from '@/lib/db/sql';
import type { ArticleStatus } from './article';
import type { ArticleInput, DuplicateRule, SavedArticle, SaveOutcome } from './article-input';
import type { PlannedArticle } from './article-writes';
import { categoryKey, type StoredCategory } from './category-store';
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
import { findRemoved, type RemovedArticle } from './removed-articles';
import { isSamePost } from './same-post';
import { findTakenSlugs } from './taken-slugs';

// What becomes of each input of a batch: which article it is, whether it is written, and what that one gets.

/** How inputs are decided about. */
export interface PlanContext {
  /** New articles wait as drafts. */
  asDraft?: boolean;
  /** Find out what would happen, and write nothing. */
  dryRun?: boolean;
  /** What to do with an article that is there already with other content; `update` when absent. */
  duplicates?: DuplicateRule;
}

/** An input with what it can be known by. */
export interface Candidate {
  index: number;
  input: ArticleInput;
  category: StoredCategory | undefined;
  contentHash: string;
  fingerprint: bigint | null;
  /** Addresses and the fingerprint, as text. */
  traces: string[];
}

/** An input with its category and what it can be known by. */
export function toCandidate(
  input: ArticleInput,
  index: number,
  categories: Map<string, StoredCategory>,
): Candidate {
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

/** What will become of an input. */
export interface Plan extends PlannedArticle {
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
export async function planRound(sql: Sql, waiting: Candidate[], context: PlanContext): Promise<Plan[]> {
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

function planOne(candidate: Candidate, facts: Facts, context: PlanContext): Plan {
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
  { duplicates }: PlanContext,
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
  context: PlanContext,
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
