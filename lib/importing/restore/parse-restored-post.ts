import { buildTextSketch } from '@/lib/articles/text-sketch';
import type { ArticleRestore, RestoredRevision } from '@/lib/articles/article-restore';
import { type CleanedBody, cleanArticleBody } from '@/lib/articles/article-body/article-body';
import { type RestoreMap, restoreMap } from '@/lib/articles/restore-map';
import type { SafeHtml } from '@/lib/articles/safe-html';
import { foldPath } from '@/lib/links/fold-path';
import { applyCategoryOptions } from '../category-options';
import type { ImportedPost } from '../imported-post';
import type { ParseContext } from '../parse-context';
import type { PostFields } from '../post-schema';
import type { RawPost } from '../readers/raw-post';
import { parseDate } from '../repair/parse-date';
import { parseCleanJson } from './parse-clean-json';

/**
 * A post that a portal exported, as it was: what people read from its front matter and body (somebody may have
 * edited them), everything else from the map. Undefined when the map cannot be read or the post has no title.
 * The body goes through the sanitiser like any other; so does that of every former state.
 */
export function parseRestoredPost(
  raw: RawPost,
  json: string,
  fields: PostFields,
  context: ParseContext,
): ImportedPost | undefined {
  const { data: map } = restoreMap.safeParse(parseCleanJson(json));
  const title = fields.title?.slice(0, 500).toWellFormed();
  if (!map || !title) return undefined;
  const cleaned = cleanExported(unwrapRaw(raw.body));
  const [slug, ...otherCategories] = fields.categories ?? fields.category ?? [];
  const stated = slug === undefined ? null : { slug, name: fields.categoryName };
  const tags = [...otherCategories, ...(fields.tags ?? fields.tag ?? [])];
  const { category, notes } = applyCategoryOptions({ category: stated, tags, notes: [] }, context.options);
  return {
    path: raw.path,
    identityKey: map.identity_key,
    wantedSlug: map.slug,
    title,
    digest: fields.digest,
    bodyHtml: cleaned.html,
    bodyText: cleaned.text,
    sourceName: fields.sourceName,
    sourceUrl: fields.sourceUrl,
    imageUrl: map.image_url,
    canonicalUrl: map.canonical_url,
    fingerprint: map.fingerprint === null ? null : BigInt(map.fingerprint),
    textSketch: buildTextSketch(cleaned.text),
    ...findDate(fields, map, context),
    language: fields.language ?? map.language,
    category,
    tags,
    links: listLinks(map),
    mentions: map.mentions,
    isDraft: fields.isDraft,
    guessedFields: map.guessed_fields,
    restore: buildRestore(map, cleaned),
    notes: [...raw.notes, ...notes, ...cleaned.warnings],
  };
}

const keepAll = new Set<'charts' | 'hidden'>(['charts', 'hidden']);

/** What the portal stored is clean already, and cleaning it again changes nothing. */
function cleanExported(html: string): CleanedBody {
  return cleanArticleBody(html, { format: 'html', liquid: false, keep: keepAll });
}

/** Bodies that show Liquid stand between two tags, so that Jekyll leaves them alone. */
function unwrapRaw(body: string): string {
  return /^\s*\{% raw %\}\n(.*)\n\{% endraw %\}\s*$/s.exec(body)?.[1] ?? body;
}

/** The stated date has no fractions of a second; where it is the same moment, the map has them. */
function findDate({ date }: PostFields, map: RestoreMap, { timeZone }: ParseContext) {
  const own = { publishedAt: map.published_at, zoneOffset: map.zone_offset };
  const stated = parseDate(date, timeZone);
  if (typeof stated === 'string') return own;
  const isSame = Math.floor(map.published_at.getTime() / 1000) === Math.floor(stated.at.getTime() / 1000);
  return isSame ? own : { publishedAt: stated.at, zoneOffset: stated.zoneOffset };
}

/** Only in the form in which addresses are looked up. */
function listLinks(map: RestoreMap): ImportedPost['links'] {
  return map.links
    .filter(({ path }) => path.startsWith('//') || foldPath(path) === path)
    .map(({ path, kind }) => ({ path, kind }));
}

function buildRestore(map: RestoreMap, cleaned: CleanedBody): ArticleRestore {
  const paths = new Set(listLinks(map).map(({ path }) => path));
  return {
    status: map.status,
    deletedAt: map.deleted_at,
    createdAt: map.created_at,
    updatedAt: map.updated_at,
    share: map.share && {
      code: map.share.code,
      visits: map.share.visits,
      lastVisitAt: map.share.last_visit_at,
      createdAt: map.share.created_at,
    },
    links: map.links
      .filter(({ path }) => paths.has(path))
      .map(({ path, created_at }) => ({ path, createdAt: created_at })),
    revisions: map.revisions.map((revision) => buildRevision(revision, cleaned)),
  };
}

function buildRevision(revision: RestoreMap['revisions'][number], present: CleanedBody): RestoredRevision {
  const body: { html: SafeHtml; text: string } =
    revision.body_html === undefined ? present : cleanExported(revision.body_html);
  return {
    contentHash: revision.content_hash,
    createdAt: revision.created_at,
    editorId: revision.editor_id,
    origin: revision.origin,
    title: revision.title,
    digest: revision.digest,
    bodyHtml: body.html,
    bodyText: body.text,
    sourceName: revision.source_name,
    sourceUrl: revision.source_url,
    imageUrl: revision.image_url,
    canonicalUrl: revision.canonical_url,
    publishedAt: revision.published_at,
    zoneOffset: revision.zone_offset,
    status: revision.status,
    language: revision.language,
    guessedFields: revision.guessed_fields,
    category: revision.category,
    deletedAt: revision.deleted_at,
    updatedAt: revision.updated_at,
    fingerprint: revision.fingerprint,
    tags: revision.tags,
    mentions: revision.mentions,
  };
}
