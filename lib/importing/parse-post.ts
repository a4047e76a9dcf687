import { type CleanedBody, cleanArticleBody } from '@/lib/articles/article-body/article-body';
import { buildLinks } from './build-links';
import { findCategory } from './category';
import { cleanDigest } from './digest';
import { readFileName } from './file-name';
import { findIdentity } from './identity';
import type { ImportedPost, SourceFile } from './imported-post';
import type { ImportNote } from './import-note';
import { findLanguage } from './language';
import { readPlainLine } from './plain-line';
import { findDate, type PostDate } from './post-date';
import { parseFields, type PostFields } from './post-schema';
import { readFrontMatter } from './readers/front-matter';
import { readText } from './readers/read-text';
import { guessTitle } from './repair/guess-title';

export interface ParseContext {
  /** IANA zone of dates that state none. */
  timeZone: string;
  /** For posts whose language nothing shows. */
  defaultLanguage: string;
  now: Date;
}

export type ParsedPost =
  { kind: 'post'; post: ImportedPost } | { kind: 'rejected'; path: string; notes: ImportNote[] };

const maxTitleLength = 500;

/**
 * One file to one post, ready to be saved: bytes, text, front matter, fields, body, then title, date, identity, category
 * and links. Accepts whatever a person could make sense of; what was repaired or guessed stands in the notes,
 * and a post with a guessed title or date waits as a draft. Never throws on any input.
 */
export function parsePost(file: SourceFile, context: ParseContext): ParsedPost {
  const { path } = file;
  const read = readText(file);
  if ('rejected' in read) return { kind: 'rejected', path, notes: [read.rejected] };
  const { body, fields: unknownFields, hasFrontMatter, notes } = readFrontMatter(read.text);
  if (!hasFrontMatter && read.needsFrontMatter)
    return reject(path, { code: 'not-a-post', params: { type: 'text' } });

  const fields = parseFields(unknownFields);
  const cleaned = cleanArticleBody(body, buildBase(fields));
  const stated = fields.title ? readPlainLine(fields.title).slice(0, maxTitleLength).toWellFormed() : '';
  const isReadable = /[\p{L}\p{N}\p{S}\p{P}]/u.test(
    cleaned.text + stated + (fields.digest ?? cleaned.digest ?? ''),
  );
  if (!isReadable) return reject(path, { code: 'no-readable-text' });
  return {
    kind: 'post',
    post: buildPost({ file, context, fields, cleaned, stated, notes: [...read.notes, ...notes] }),
  };
}

function reject(path: string, note: ImportNote): ParsedPost {
  return { kind: 'rejected', path, notes: [note] };
}

/** Relative addresses in a body were relative to the page it came from. */
function buildBase({ sourceUrl }: PostFields): { baseUrl?: string } {
  return sourceUrl ? { baseUrl: sourceUrl } : {};
}

interface Parts {
  file: SourceFile;
  context: ParseContext;
  fields: PostFields;
  cleaned: CleanedBody;
  /** The title as stated; empty when there is none. */
  stated: string;
  notes: ImportNote[];
}

function buildPost({ file, context, fields, cleaned, stated, notes }: Parts): ImportedPost {
  const { path } = file;
  const sourceName = cleaned.sourceName ?? fields.sourceName;
  const digest = cleanDigest({ stated: fields.digest, lifted: cleaned.digest, title: stated, sourceName });
  const title = stated ? { title: stated, notes: [] } : buildTitle(path, digest, cleaned.text);
  const language = findLanguage({
    stated: fields.language,
    path,
    text: `${title.title}\n${cleaned.text}`,
    fallback: context.defaultLanguage,
  });
  const sourceLinks = listSourceLinks(fields, cleaned);
  const { date, identity } = findDateAndIdentity({ file, context, fields, language, sourceLinks });
  const category = findCategory(fields, path);
  return {
    path,
    identityKey: identity.identityKey,
    wantedSlug: identity.wantedSlug,
    title: title.title,
    digest,
    bodyHtml: cleaned.html,
    bodyText: cleaned.text,
    sourceName,
    sourceUrl: cleaned.sourceUrl ?? fields.sourceUrl,
    imageUrl: cleaned.imageUrl,
    publishedAt: date.at,
    zoneOffset: date.zoneOffset,
    language,
    category: category.category,
    tags: category.tags,
    links: buildLinks({
      path,
      fields,
      sourceId: identity.sourceId,
      days: date.days,
      sourceLinks,
      shareUrl: cleaned.shareUrl ?? fields.shareUrl,
    }),
    mentions: cleaned.mentions,
    isDraft: fields.isDraft || path.split('/').includes('_drafts'),
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
    fields.sourceUrl,
    fields.shareUrl,
    cleaned.sourceUrl,
    cleaned.shareUrl,
    ...cleaned.sourceLinks,
  ];
  return [...new Set(links.filter((link) => link !== null))];
}

/** An id may give the date, and a date is part of an identity without an id. */
function findDateAndIdentity(
  source: Pick<Parts, 'file' | 'context' | 'fields'> & { language: string; sourceLinks: string[] },
) {
  const { file, context, fields, language, sourceLinks } = source;
  const { slug, permalink } = fields;
  const about = { path: file.path, language, slug, permalink, sourceLinks };
  const { sourceId } = findIdentity({ ...about, day: null });
  const date = findDate({
    stated: fields.date,
    path: file.path,
    sourceId,
    modifiedAt: file.modifiedAt,
    ...context,
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
