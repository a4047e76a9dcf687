import type { SavedArticle } from '@/lib/articles/article-input';
import type { ReadItem } from './import-pipeline';
import type { FinishedItem } from './import-store';

/** What a dry run remembers of an earlier file of the same identity. */
export interface SeenPost {
  contentHash: string;
  path: string;
}
import type { ImportNote } from './import-note';

/**
 * Puts what was read and what was saved together, in order. `seen` (dry run only, by identity) stands in for the rows
 * that a real import would have written for earlier files; `earlier` (real import) names the file of this import that
 * an article was saved from before, by article id.
 */
export function buildItems(
  batch: ReadItem[],
  saved: SavedArticle[],
  seen: Map<string, SeenPost> | undefined,
  earlier: Map<number, string> = new Map<number, string>(),
): FinishedItem[] {
  const results = saved.values();
  return batch.map((item) => {
    const { position, path } = item;
    if (!('post' in item)) {
      return { ...nothing, position, path, outcome: 'rejected', notes: item.notes };
    }
    const result = results.next().value;
    if (result === undefined) throw new Error('a post was saved without a result');
    const before = seen?.get(item.post.identityKey);
    const duplicateOf = before?.path ?? earlier.get(result.articleId);
    seen?.set(item.post.identityKey, { contentHash: result.contentHash, path });
    return {
      position,
      path,
      outcome: before ? previewOutcome(before, result) : result.outcome,
      slug: result.slug,
      title: item.post.title,
      publishedAt: item.post.publishedAt,
      category: item.post.category && (item.post.category.name ?? item.post.category.slug),
      notes: [...item.post.notes, ...listSaveNotes(result, duplicateOf)],
      articleId: seen ? null : result.articleId,
      contentHash: result.contentHash,
    };
  });
}

const nothing = {
  slug: null,
  title: null,
  publishedAt: null,
  category: null,
  articleId: null,
  contentHash: null,
};

function listSaveNotes(result: SavedArticle, duplicateOf: string | undefined): ImportNote[] {
  const notes: ImportNote[] = [];
  if (duplicateOf !== undefined) notes.push({ code: 'duplicate-in-import', params: { path: duplicateOf } });
  if (result.isWeakerCopy) notes.push({ code: 'weaker-copy' });
  return notes;
}

function previewOutcome(before: SeenPost, result: SavedArticle): SavedArticle['outcome'] {
  return before.contentHash === result.contentHash || result.isWeakerCopy ? 'unchanged' : 'updated';
}
