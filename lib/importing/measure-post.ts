import type { ImportedPost } from './imported-post';

/** How much a post weighs in memory: UTF-16 units of its texts, those of the former states of an exported one included. */
export function measurePost({ bodyHtml, bodyText, restore }: ImportedPost): number {
  const former = restore?.revisions.map((one) => one.bodyHtml.length + one.bodyText.length) ?? [];
  return former.reduce((sum, length) => sum + length, bodyHtml.length + bodyText.length);
}
