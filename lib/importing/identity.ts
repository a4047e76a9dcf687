import { createHash } from 'node:crypto';
import { extractSourceId, foldSourceUrl } from '@/lib/links/fold-path';
import { readFileName } from './file-name';

/** What makes two files the same post, and the address the post would like to have. */
export interface Identity {
  identityKey: string;
  wantedSlug: string;
  /** The source's 18 digits, when the post has them. */
  sourceId: string | null;
}

const maxSlugLength = 120;

/**
 * Finds a post's identity. The source's id decides, wherever it stands first: in the file's name (also a broken one
 * like `-2022….md`), in the permalink, in the links to the source. `NW` before it belongs to the address and not
 * to the id, as both forms name one post. Then comes the id that an export or a feed gives its item, then the item's
 * own page. A post without any is known by language, day and file name (of a file with many posts: its title).
 */
export function findIdentity(source: {
  /** Null for a post among many of one file, whose name says nothing about it. */
  path: string | null;
  title: string;
  language: string;
  /** `yyyy-mm-dd` where the post states it or its name has it; a guessed day must not be part of an identity. */
  day: string | null;
  slug: string | null;
  permalink: string | null;
  guid: string | null;
  link: string | null;
  /** Before ids that are only unique within their source. */
  idScope: string | null;
  sourceLinks: readonly string[];
}): Identity {
  const { stem, name } = readFileName(source.path ?? source.slug ?? '');
  const places = [stem, source.permalink ?? '', source.guid ?? '', ...source.sourceLinks];
  const place = places.find((candidate) => extractSourceId(candidate));
  const sourceId = place ? extractSourceId(place) : null;
  if (place && sourceId) return { identityKey: sourceId, wantedSlug: writeId(place, sourceId), sourceId };
  return { identityKey: buildKey(source, name), wantedSlug: chooseName(source, name), sourceId: null };
}

function buildKey(source: Parameters<typeof findIdentity>[0], name: string): string {
  const { guid, link, path, day } = source;
  if (guid !== null) return shorten(`guid:${isGlobal(guid) ? '' : `${findScope(source)}:`}${guid}`);
  const page = path === null && link !== null ? foldSourceUrl(link) : null;
  if (page !== null) return shorten(`page:${page}`);
  const called = path === null ? buildSlug(source.slug ?? source.title) || 'post' : name;
  return shorten(`${source.language}:${day ? `${day}-` : ''}${called}`.toLowerCase().normalize('NFC'));
}

/** `https://…`, `tag:…`, `urn:uuid:…` name one thing in the world; `12` does not. */
function isGlobal(guid: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(guid);
}

function findScope({ idScope, link }: Parameters<typeof findIdentity>[0]): string {
  return idScope ?? (link !== null && URL.canParse(link) ? new URL(link).host : '');
}

/** A key must fit an index; what is cut off is told apart by a hash. */
function shorten(key: string): string {
  const clean = key.replace(/[\u0000-\u001f]/g, '').toWellFormed();
  if (clean.length <= 300) return clean;
  return `${clean.slice(0, 230)}#${createHash('sha256').update(clean).digest('hex')}`;
}

function chooseName(
  { slug, permalink, link, path, title }: Parameters<typeof findIdentity>[0],
  name: string,
) {
  return (
    buildSlug(slug) ||
    buildSlug(readLastSegment(permalink)) ||
    (path === null ? buildSlug(title).slice(0, 80) || buildSlug(readLastSegment(link)) : buildSlug(name)) ||
    'post'
  );
}

function writeId(place: string, id: string): string {
  return place.toLowerCase().includes(`nw${id}`) ? `NW${id}` : id;
}

/** A permalink with `:title` in it is a pattern, not a name. */
function readLastSegment(permalink: string | null): string | null {
  const last = permalink?.split(/[?#]/, 1)[0]?.split('/').filter(Boolean).at(-1) ?? null;
  return last?.includes(':') ? null : (last?.replace(/\.html?$/i, '') ?? null);
}

/** Letters of every script, digits and single dashes, lower-case, at most 120 characters; may be empty. */
export function buildSlug(name: string | null): string {
  const words = (name ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const characters = Array.from(words.replace(/^-+/, '')).slice(0, maxSlugLength);
  return characters.join('').replace(/-+$/, '');
}
