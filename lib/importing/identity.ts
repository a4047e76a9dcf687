import { extractSourceId } from '@/lib/links/fold-path';
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
 * to the id, as both forms name one post. A post without an id is known by language, day and file name.
 */
export function findIdentity(source: {
  path: string;
  language: string;
  /** `yyyy-mm-dd` where the post states it or its name has it; a guessed day must not be part of an identity. */
  day: string | null;
  slug: string | null;
  permalink: string | null;
  sourceLinks: readonly string[];
}): Identity {
  const { stem, name } = readFileName(source.path);
  const places = [stem, source.permalink ?? '', ...source.sourceLinks];
  const place = places.find((candidate) => extractSourceId(candidate));
  const sourceId = place ? extractSourceId(place) : null;
  if (place && sourceId) return { identityKey: sourceId, wantedSlug: writeId(place, sourceId), sourceId };
  const key = source.day ? `${source.day}-${name}` : name;
  return {
    identityKey: `${source.language}:${key}`.toLowerCase().normalize('NFC').slice(0, 300),
    wantedSlug:
      buildSlug(source.slug) || buildSlug(readLastSegment(source.permalink)) || buildSlug(name) || 'post',
    sourceId: null,
  };
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
