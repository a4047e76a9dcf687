import { createHash } from 'node:crypto';
import { exportFormat, type RestoreMapText, type RevisionText } from '@/lib/articles/restore-map';
import type { ExportedArticle, ExportedRevision } from './exported-article';

/** Under the importer's limit for one post, with room for what encoding adds. */
const maxHistoryBytes = 8_000_000;

/** One exported article as a file. */
export interface ExportedPost {
  /** Relative, with `/`: `_posts/2022-02-18-NW202202182281417543.md`. */
  path: string;
  text: string;
  /** Oldest revisions that would have made the file too large to be imported again. */
  revisionsLeftOut: number;
}

/**
 * An article as a Jekyll post: what people read in its front matter and body, everything else in the map `finews`, as
 * JSON on one line, which is YAML, too.
 */
export function writePost(article: ExportedArticle): ExportedPost {
  const { lines: history, leftOut } = fitHistory(article);
  const text = `---\n${buildFrontMatter(article)}finews: ${encode(buildMap(article, history))}\n---\n${wrapBody(article.bodyHtml)}\n`;
  return { path: buildPath(article), text, revisionsLeftOut: leftOut };
}

function buildFrontMatter(article: ExportedArticle): string {
  const { category, status, deletedAt } = article;
  const isHidden = status === 'draft' || status === 'withdrawn' || deletedAt !== null;
  const fields: [string, unknown][] = [
    ['layout', 'post'],
    ['title', article.title],
    ['date', formatDate(article)],
    ['categories', category && [category.slug]],
    ['category_name', category?.name],
    ['tags', article.tags.length > 0 ? article.tags : null],
    ['digest', article.digest],
    ['source', article.sourceName],
    ['source_url', article.sourceUrl],
    ['lang', article.language],
    ['published', isHidden ? false : null],
  ];
  return fields
    .flatMap(([key, value]) => (value == null ? [] : [`${key}: ${writeValue(key, value)}\n`]))
    .join('');
}

/** A date, a layout and a flag need no quotes; everything else may hold any sign. */
function writeValue(key: string, value: unknown): string {
  return ['layout', 'date', 'published'].includes(key) ? String(value) : encode(value);
}

/** JSON that is YAML of every version: YAML ends lines at more signs than JSON does, and wants controls escaped. */
function encode(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** `2022-02-18 14:51:45 +0800`, the clock of the post's own zone. */
function formatDate({
  publishedAt,
  zoneOffset,
}: Pick<ExportedArticle, 'publishedAt' | 'zoneOffset'>): string {
  const clock = new Date(publishedAt.getTime() + zoneOffset * 60_000).toISOString();
  const minutes = Math.abs(zoneOffset);
  const pad = (number: number) => String(number).padStart(2, '0');
  const zone = `${zoneOffset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}${pad(minutes % 60)}`;
  return `${clock.slice(0, 10)} ${clock.slice(11, 19)} ${zone}`;
}

/**
 * A body that shows Liquid is kept from Jekyll. Where it shows the end of that protection, too, the brace is written
 * as an entity, which the importer reads as the brace it is.
 */
function wrapBody(html: string): string {
  if (!/\{[{%]/.test(html)) return html;
  return `{% raw %}\n${html.replace(/\{(?=%-?\s*endraw)/g, '&#123;')}\n{% endraw %}`;
}

const maxNameBytes = 180;

/**
 * Safe and unique on every file system: slugs are unique without regard to case; one that changes when case is folded
 * in another way, or that is too long, gets a hash.
 */
function buildPath(article: ExportedArticle): string {
  const { slug, identityKey } = article;
  const day = formatDate(article).slice(0, 10);
  const folded = slug.normalize('NFKC').toUpperCase().toLowerCase();
  const isPlain = folded === slug.toLowerCase() && /^[\p{L}\p{M}\p{N}_-]+$/u.test(slug);
  if (isPlain && Buffer.byteLength(slug) <= maxNameBytes) return `_posts/${day}-${slug}.md`;
  const hash = createHash('sha256').update(identityKey).digest('hex').slice(0, 16);
  return `_posts/${day}-${shorten(slug.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-'))}-${hash}.md`;
}

function shorten(name: string): string {
  let short = name;
  while (Buffer.byteLength(short) > maxNameBytes - 20) short = Array.from(short).slice(0, -1).join('');
  return short;
}

function buildMap(article: ExportedArticle, revisions: RevisionText[]): RestoreMapText {
  const { share } = article;
  return {
    format: exportFormat,
    identity_key: article.identityKey,
    slug: article.slug,
    status: article.status,
    deleted_at: article.deletedAt?.toISOString() ?? null,
    published_at: article.publishedAt.toISOString(),
    zone_offset: article.zoneOffset,
    created_at: article.createdAt.toISOString(),
    updated_at: article.updatedAt.toISOString(),
    language: article.language,
    guessed_fields: article.guessedFields,
    image_url: article.imageUrl,
    canonical_url: article.canonicalUrl,
    fingerprint: article.fingerprint,
    share: share && {
      code: share.code,
      visits: share.visits,
      last_visit_at: share.lastVisitAt?.toISOString() ?? null,
      created_at: share.createdAt.toISOString(),
    },
    links: article.links.map(({ path, kind, createdAt }) => ({
      path,
      kind,
      created_at: createdAt.toISOString(),
    })),
    mentions: article.mentions,
    revisions,
  };
}

/** The newest states first, until a file would be too large to come back. */
function fitHistory(article: ExportedArticle): { lines: RevisionText[]; leftOut: number } {
  const lines: RevisionText[] = [];
  let bytes = Buffer.byteLength(article.bodyHtml);
  for (const revision of article.revisions.toReversed()) {
    const line = buildRevision(revision, article.bodyHtml);
    bytes += Buffer.byteLength(encode(line));
    if (bytes > maxHistoryBytes) break;
    lines.unshift(line);
  }
  return { lines, leftOut: article.revisions.length - lines.length };
}

function buildRevision(revision: ExportedRevision, presentBody: string): RevisionText {
  const { snapshot } = revision;
  return {
    content_hash: revision.contentHash,
    created_at: revision.createdAt.toISOString(),
    editor_id: revision.editorId,
    origin: revision.origin,
    title: snapshot.title,
    digest: snapshot.digest,
    ...(snapshot.bodyHtml !== presentBody && { body_html: snapshot.bodyHtml }),
    source_name: snapshot.sourceName,
    source_url: snapshot.sourceUrl,
    image_url: snapshot.imageUrl,
    canonical_url: snapshot.canonicalUrl ?? null,
    published_at: snapshot.publishedAt.toISOString(),
    zone_offset: snapshot.zoneOffset,
    status: snapshot.status,
    language: snapshot.language,
    guessed_fields: snapshot.guessedFields,
    category: revision.category,
    deleted_at: snapshot.deletedAt?.toISOString() ?? null,
    updated_at: snapshot.updatedAt?.toISOString() ?? null,
    fingerprint: snapshot.fingerprint ?? null,
    tags: revision.tags,
    mentions: revision.mentions,
  };
}
