import type { SavedArticle } from '@/lib/articles/article-input';
import type { ReadItem } from './import-pipeline';
import type { FinishedItem } from './import-store';
import type { ImportNote } from './import-note';

/**
 * Puts what was read and what was saved together, in order. `seen` (dry run only: identity -> hash) stands in
 * for the rows that a real import would have written for earlier files.
 */
export function buildItems(
  batch: ReadItem[],
  saved: SavedArticle[],
  seen: Map<string, string> | undefined,
): FinishedItem[] {
  const results = saved.values();
  return batch.map((item) => {
    const { position, path } = item;
    if (!('post' in item)) {
      return { ...nothing, position, path, outcome: 'rejected', notes: item.notes };
    }
    const result = results.next().value;
    if (result === undefined) throw new Error('a post was saved without a result');
    return {
      position,
      path,
      outcome: seen ? previewOutcome(item.post.identityKey, result, seen) : result.outcome,
      slug: result.slug,
      title: item.post.title,
      publishedAt: item.post.publishedAt,
      category: item.post.category && (item.post.category.name ?? item.post.category.slug),
      notes: [...item.post.notes, ...listSaveNotes(result)],
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

function listSaveNotes(result: SavedArticle): ImportNote[] {
  return result.isWeakerCopy ? [{ code: 'weaker-copy' }] : [];
}

function previewOutcome(
  key: string,
  result: SavedArticle,
  seen: Map<string, string>,
): SavedArticle['outcome'] {
  const before = seen.get(key);
  seen.set(key, result.contentHash);
  if (before === undefined) return result.outcome;
  return before === result.contentHash ? 'unchanged' : 'updated';
}
