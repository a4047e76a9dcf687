import type { ImportedPost } from '../imported-post';
import type { ImportNote } from '../import-note';

/** Why a post stays out whose title or date would be a guess, when the editor wants no such guess; else undefined. */
export function refuseRepairs(post: ImportedPost, repairsOff: ReadonlySet<string>): ImportNote | undefined {
  if (repairsOff.has('title-guessed') && post.guessedFields.includes('title'))
    return { code: 'title-missing' };
  if (repairsOff.has('date-guessed') && post.guessedFields.includes('publishedAt'))
    return { code: 'date-missing' };
  return undefined;
}
