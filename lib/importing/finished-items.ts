import type { SavedArticle } from '@/lib/articles/article-input';
import type { ImportNote } from './import-note';
import type { ReadItem } from './import-pipeline';
import type { FinishedItem } from './import-store';

/** What a dry run remembers of an earlier file of the same identity. */
export interface SeenPost {
  contentHash: string;
  path: string;
}

/**
 * Puts what was read and what was saved together, in order. `seen` (dry run only, by identity, address and text)
 * stands in for the rows that a real import would have written for earlier files; `earlier` (real import) names the
 * file of this import that an article was saved from before, by article id.
 */
export function buildItems(
  batch: ReadItem[],
  saved: SavedArticle[],
  seen: Map<string, SeenPost> | undefined,
  earlier: Map<number, string> = new Map<number, string>(),
): FinishedItem[] {
  const results = saved.values();
  return batch.map((item) => {
    const { position, path, format, charset } = item;
    const place = { position, path, format, charset };
    if (!('post' in item)) {
      const outcome = isLeftOut(item.notes[0]) ? 'skipped' : 'rejected';
      return { ...nothing, ...place, outcome, notes: item.notes };
    }
    const result = results.next().value;
    if (result === undefined) throw new Error('a post was saved without a result');
    const before = result.names.map((name) => seen?.get(name)).find((post) => post !== undefined);
    const post = { contentHash: result.contentHash, path };
    for (const name of result.names) seen?.set(name, post);
    const duplicateOf = before?.path ?? earlier.get(result.articleId);
    if (!seen) earlier.set(result.articleId, path);
    return {
      ...place,
      outcome: before ? previewOutcome(before, result) : result.outcome,
      slug: result.slug,
      title: item.post.title,
      publishedAt: item.post.publishedAt,
      category: item.post.category && (item.post.category.name ?? item.post.category.slug),
      changedFields: result.outcome === 'unchanged' ? [] : result.changedFields,
      notes: [...item.post.notes, ...listSaveNotes(result, duplicateOf)],
      articleId: seen ? null : result.articleId,
      contentHash: result.contentHash,
    };
  });
}

/** Nobody's mistake: the editor wanted it so, or it is no post and serves another purpose. */
function isLeftOut(note: ImportNote | undefined): boolean {
  return note?.code === 'excluded' || note?.code === 'export-manifest';
}

const nothing = {
  slug: null,
  title: null,
  publishedAt: null,
  category: null,
  changedFields: [],
  articleId: null,
  contentHash: null,
};

function listSaveNotes(result: SavedArticle, duplicateOf: string | undefined): ImportNote[] {
  const notes: ImportNote[] = [];
  if (duplicateOf !== undefined) notes.push({ code: 'duplicate-in-import', params: { path: duplicateOf } });
  if (result.foundBy === 'trace') notes.push({ code: 'same-story', params: { slug: result.slug } });
  if (result.isWeakerCopy) notes.push({ code: 'weaker-copy' });
  const left = result.leftAddresses ?? [];
  if (left.length > 0)
    notes.push({
      code: 'address-taken',
      params: { addresses: left.slice(0, 5).join(' '), count: left.length },
    });
  if (result.outcome === 'skipped') notes.push({ code: 'duplicate-skipped' });
  return notes;
}

function previewOutcome(before: SeenPost, result: SavedArticle): SavedArticle['outcome'] {
  return before.contentHash === result.contentHash || result.isWeakerCopy ? 'unchanged' : 'updated';
}
