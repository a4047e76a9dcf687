import { getDb } from '@/lib/db/prisma-client';
import { Prisma } from '@/lib/db/generated/client';
import { z } from 'zod';
import { cacheTag, noteCacheTags } from './article-cache';
import { diffText, type TextDiff } from './diff-text';
import { listVisibleVersions, type VisibleVersion } from './visible-versions';

/** More versions than these nobody reads; the page says that there are older ones. */
const mostVersions = 20;
const mostRevisions = 100;
/** Characters that one page compares: what is beyond is named, but not shown. */
const mostCompared = 400_000;

const fieldNames = ['title', 'digest', 'text', 'sourceName', 'sourceUrl', 'publishedAt'] as const;

/** A field whose change a reader is told of. */
export type ChangedField = (typeof fieldNames)[number];

/** One change of a published article. */
export interface ArticleVersionChange {
  at: Date;
  /** What changed besides the text, before and after. */
  fields: {
    name: Exclude<ChangedField, 'text'>;
    before: string | Date | null;
    after: string | Date | null;
  }[];
  /** Null where the text is the same; `tooLong` where the comparison would cost too much. */
  text: TextDiff | 'tooLong' | null;
}

export interface ArticleHistory {
  title: string;
  publishedAt: Date;
  /** BCP 47 tag of the text. */
  language: string;
  /** Newest first. */
  changes: ArticleVersionChange[];
  /** There were more changes than are shown. */
  hasOlder: boolean;
}

/** SQL: what a reader sees of a snapshot, as one hash. Times are numbers, as their spelling depends on the session. */
const seenHash = Prisma.sql`md5(jsonb_build_array(s->>'title', s->>'digest', s->>'bodyText', s->>'sourceName',
  s->>'sourceUrl', extract(epoch FROM (s->>'publishedAt')::timestamptz))::text)`;

/** SQL: the present state of an article `a` with the fields of a snapshot that the history reads. */
const presentState = Prisma.sql`jsonb_build_object('title', a.title, 'digest', a.digest, 'bodyText', a.body_text,
  'sourceName', a.source_name, 'sourceUrl', a.source_url, 'publishedAt', a.published_at)`;

const stateRows = z.array(
  z.object({
    revisionId: z.int().nullable(),
    endedAt: z.date().nullable(),
    isVisible: z.boolean(),
    hash: z.string(),
  }),
);

async function findVersions(slug: string): Promise<VisibleVersion[]> {
  const rows = await getDb().$queryRaw`
    WITH here AS (SELECT a.id, ${presentState} AS s FROM published_articles a WHERE a.slug = ${slug})
    (SELECT NULL::int AS "revisionId", NULL::timestamptz AS "endedAt", true AS "isVisible", ${seenHash} AS hash FROM here)
    UNION ALL
    (SELECT r.id, r.created_at, s->>'status' = 'published' AND s->>'deletedAt' IS NULL, ${seenHash}
     FROM (SELECT id FROM here) h JOIN revisions r ON r.article_id = h.id CROSS JOIN LATERAL (SELECT r.snapshot AS s) state
     ORDER BY r.id DESC LIMIT ${mostRevisions})
    ORDER BY "revisionId" DESC NULLS FIRST`;
  return listVisibleVersions(stateRows.parse(rows));
}

/**
 * When a published article last changed for readers: title, digest, text, source or time. Undefined for one that is
 * as it was first published, or was when it was published again.
 */
export async function findLastChange(slug: string): Promise<Date | undefined> {
  noteCacheTags(cacheTag.article(slug));
  const [newest] = await findVersions(slug);
  return newest?.since ?? undefined;
}

const versionFields = z.object({
  title: z.string(),
  digest: z.string().nullable(),
  bodyText: z.string(),
  sourceName: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  publishedAt: z.coerce.date(),
});

type VersionFields = z.infer<typeof versionFields>;

/** What readers may know of a published article's changes; undefined for an article that is not published. */
export async function findArticleHistory(slug: string): Promise<ArticleHistory | undefined> {
  noteCacheTags(cacheTag.article(slug));
  const versions = await findVersions(slug);
  const shown = versions.slice(0, mostVersions + 1);
  const row = await getDb().article.findFirst({
    where: { slug, status: 'published', deletedAt: null },
    select: { title: true, publishedAt: true, language: true, digest: true, bodyText: true, sourceName: true, sourceUrl: true }, // prettier-ignore
  });
  if (!row || shown.length === 0) return undefined;
  const { language, ...present } = row;
  const ids = shown.flatMap(({ revisionId }) => revisionId ?? []);
  const revisions = await getDb().revision.findMany({
    where: { id: { in: ids } },
    select: { id: true, snapshot: true },
  });
  const snapshots = new Map(revisions.map(({ id, snapshot }) => [id, versionFields.parse(snapshot)]));
  const states = shown.map(({ revisionId }) => (revisionId === null ? present : snapshots.get(revisionId)));
  return {
    title: present.title,
    publishedAt: present.publishedAt,
    language,
    changes: compareAll(shown, states),
    hasOlder: versions.length > shown.length,
  };
}

function compareAll(
  versions: readonly VisibleVersion[],
  states: readonly (VersionFields | undefined)[],
): ArticleVersionChange[] {
  let left = mostCompared;
  return versions.slice(0, mostVersions).flatMap(({ since }, at) => {
    const [after, before] = [states[at], states[at + 1]];
    if (!since || !after || !before) return [];
    const isSameText = before.bodyText === after.bodyText;
    if (!isSameText) left -= before.bodyText.length + after.bodyText.length;
    const text = isSameText ? null : left < 0 ? 'tooLong' : diffText(before.bodyText, after.bodyText);
    return [{ at: since, fields: compareFields(before, after), text }];
  });
}

function compareFields(before: VersionFields, after: VersionFields): ArticleVersionChange['fields'] {
  return fieldNames
    .filter((name) => name !== 'text')
    .map((name) => ({ name, before: before[name], after: after[name] }))
    .filter((field) => toKey(field.before) !== toKey(field.after));
}

function toKey(value: string | Date | null): string | null {
  return value instanceof Date ? value.toISOString() : value;
}
