import { type CleanedBody, cleanArticleBody } from '@/lib/articles/article-body/article-body';
import { buildFingerprint } from '@/lib/articles/fingerprint';
import { buildTextSketch } from '@/lib/articles/text-sketch';
import { buildLinks } from './build-links';
import { findCategory } from './category';
import { applyCategoryOptions } from './category-options';
import { cleanDigest } from './digest';
import { readFileName } from './file-name';
import { findIdentity } from './identity';
import type { ImportedPost, SourceFile } from './imported-post';
import type { ImportNote } from './import-note';
import { findLanguage } from './language';
import { parseRestoredPost } from './restore/parse-restored-post';
import { listRepairsOff, type ParseContext } from './parse-context';
import { readPlainLine } from './plain-line';
import { findDate, type PostDate } from './post-date';
import { parseFields, type PostFields } from './post-schema';
import type { ImportFormat, RawPost } from './readers/raw-post';
import { guessTitle } from './repair/guess-title';
import { refuseRepairs } from './repair/refuse-repairs';

export type ParsedPost = { post: ImportedPost } | { notes: ImportNote[] };

const maxTitleLength = 500;

/**
 * What a format stated about one post to a post that can be saved: typed fields, clean body, then title, date,
 * identity, category and links. A post with a guessed title or date waits as a draft. Never throws on any input.
 */
export function parseRawPost(
  raw: RawPost,
  source: { format: ImportFormat; file: Pick<SourceFile, 'path' | 'modifiedAt'> },
  context: ParseContext,
): ParsedPost {
  const fields = parseFields(raw.fields);
  if (raw.restore !== undefined) return parseExportedPost(raw, fields, source, context);
  const repairsOff = listRepairsOff(raw.path, context);
  const cleaned = cleanArticleBody(raw.body, buildCleanOptions(raw, fields, repairsOff));
  const stated = fields.title ? readPlainLine(fields.title).slice(0, maxTitleLength).toWellFormed() : '';
  const isReadable = /[\p{L}\p{N}\p{S}\p{P}]/u.test(
    cleaned.text + stated + (fields.digest ?? cleaned.digest ?? ''),
  );
  if (!isReadable) return { notes: [{ code: 'no-readable-text', ...(raw.line && { line: raw.line }) }] };
  const post = buildPost({ raw, ...source, context, fields, cleaned, stated, repairsOff });
  const refused = refuseRepairs(post, repairsOff);
  return refused ? { notes: [refused, ...post.notes] } : { post };
}

/** A post with a map that cannot be read is one like any other. */
function parseExportedPost(
  { restore, ...raw }: RawPost,
  fields: PostFields,
  source: Parameters<typeof parseRawPost>[1],
  context: ParseContext,
): ParsedPost {
  const post = parseRestoredPost(raw, restore ?? '', fields, context);
  if (post) return { post };
  const notes: ImportNote[] = [...raw.notes, { code: 'export-map-invalid' }];
  return parseRawPost({ ...raw, notes }, source, context);
}

/** Relative addresses in a body were relative to the page it came from. */
function buildCleanOptions(raw: RawPost, { sourceUrl, link }: PostFields, repairsOff: ReadonlySet<string>) {
  const baseUrl = sourceUrl ?? link;
  const keep = new Set<'charts' | 'hidden'>();
  if (repairsOff.has('chart-removed')) keep.add('charts');
  if (repairsOff.has('hidden-content-removed')) keep.add('hidden');
  return {
    ...(baseUrl !== null && { baseUrl }),
    keep,
    format: raw.bodyFormat === 'jekyll' ? ('markdown' as const) : raw.bodyFormat,
    liquid: raw.bodyFormat === 'jekyll' && !repairsOff.has('liquid-removed'),
  };
}

interface Parts {
  raw: RawPost;
  format: ImportFormat;
  file: Pick<SourceFile, 'path' | 'modifiedAt'>;
  context: ParseContext;
  fields: PostFields;
  cleaned: CleanedBody;
  /** The title as stated; empty when there is none. */
  stated: string;
  repairsOff: ReadonlySet<string>;
}

/** What a post of a file with many posts says nothing with: the name and the folder are those of the file. */
function getOwnPath({ raw, file }: Parts): string | null {
  return raw.path === file.path ? raw.path : null;
}

function buildPost(parts: Parts): ImportedPost {
  const { raw, context, fields, cleaned, stated } = parts;
  const { notes } = raw;
  const path = getOwnPath(parts);
  const sourceName = cleaned.sourceName ?? fields.sourceName ?? context.options?.sourceName ?? null;
  const digest = cleanDigest({ stated: fields.digest, lifted: cleaned.digest, title: stated, sourceName });
  const title = stated ? { title: stated, notes: [] } : buildTitle(path ?? '', digest, cleaned.text);
  const language = findLanguage({
    stated: fields.language ?? context.options?.language ?? null,
    path: path ?? '',
    text: `${title.title}\n${cleaned.text}`,
    fallback: context.defaultLanguage,
  });
  const sourceLinks = listSourceLinks(fields, cleaned);
  const { date, identity } = findDateAndIdentity({ ...parts, title: title.title, language, sourceLinks });
  const category = applyCategoryOptions(
    findCategory(fields, parts.repairsOff.has('category-guessed') ? '' : (path ?? '')),
    context.options,
  );
  const post: ImportedPost = {
    path: raw.path,
    identityKey: identity.identityKey,
    wantedSlug: identity.wantedSlug,
    title: title.title,
    digest,
    bodyHtml: cleaned.html,
    bodyText: cleaned.text,
    sourceName,
    sourceUrl: cleaned.sourceUrl ?? fields.sourceUrl ?? fields.link,
    imageUrl: cleaned.imageUrl ?? fields.imageUrl,
    canonicalUrl: fields.canonicalUrl,
    fingerprint: null,
    textSketch: buildTextSketch(cleaned.text),
    publishedAt: date.at,
    zoneOffset: date.zoneOffset,
    language,
    category: category.category,
    tags: category.tags,
    links: buildLinks({
      path,
      keepsAddress: parts.format !== 'feed',
      fields,
      sourceId: identity.sourceId,
      days: date.days,
      sourceLinks,
      shareUrl: cleaned.shareUrl ?? fields.shareUrl,
    }),
    mentions: cleaned.mentions,
    isDraft: fields.isDraft || (path?.split('/').includes('_drafts') ?? false),
    guessedFields: listGuesses(stated, date),
    notes: [
      ...notes,
      ...title.notes,
      ...date.notes,
      ...listStateNotes(stated, date, context),
      ...category.notes,
      ...listBodyNotes(cleaned, notes),
    ],
  };
  post.fingerprint = buildFingerprint(post);
  return post;
}

function buildTitle(
  path: string,
  digest: string | null,
  text: string,
): { title: string; notes: ImportNote[] } {
  const { title, params } = guessTitle({ digest, text, name: readFileName(path).name });
  return { title, notes: [{ code: 'title-guessed', params }] };
}

function listSourceLinks(fields: PostFields, cleaned: CleanedBody): string[] {
  const links = [
    fields.link,
    fields.sourceUrl,
    fields.shareUrl,
    cleaned.sourceUrl,
    cleaned.shareUrl,
    ...cleaned.sourceLinks,
  ];
  return [...new Set(links.filter((link) => link !== null))];
}

/** An id may give the date, and a date is part of an identity without an id. */
function findDateAndIdentity(source: Parts & { title: string; language: string; sourceLinks: string[] }) {
  const { file, context, fields, language, sourceLinks, title } = source;
  const path = getOwnPath(source);
  const { slug, permalink, guid, link } = fields;
  const idScope = context.idScope ?? null;
  const about = { path, title, language, slug, permalink, guid, link, idScope, sourceLinks };
  const { sourceId } = findIdentity({ ...about, day: null });
  const date = findDate({
    stated: fields.date,
    path: path ?? '',
    sourceId,
    modifiedAt: file.modifiedAt,
    timeZone: context.options?.timeZone ?? context.timeZone,
    now: context.now,
  });
  return { date, identity: findIdentity({ ...about, day: date.identityDay }) };
}

function listGuesses(stated: string, date: PostDate): ImportedPost['guessedFields'] {
  return [...(stated ? [] : (['title'] as const)), ...(date.isGuessed ? (['publishedAt'] as const) : [])];
}

function listStateNotes(stated: string, date: PostDate, { now }: ParseContext): ImportNote[] {
  if (!stated || date.isGuessed) return [{ code: 'held-as-draft' }];
  return date.at > now ? [{ code: 'scheduled' }] : [];
}

function listBodyNotes(cleaned: CleanedBody, known: readonly ImportNote[]): ImportNote[] {
  return cleaned.warnings.filter(({ code }) => !known.some((note) => note.code === code));
}
