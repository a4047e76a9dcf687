/**
 * The caches of the service worker. Another format of what they hold needs another number: the worker that brings it
 * removes the caches of every other number when it takes over.
 */
const prefix = 'finews-1-';

export const cacheNames = {
  /** Stories that were opened, the newest last. */
  stories: `${prefix}stories`,
  /** Saved stories with our own copies of their pictures. */
  saved: `${prefix}saved`,
  /** Pages that work from this browser's memory: /offline and /saved in each language that was used. */
  pages: `${prefix}pages`,
  /** Style sheets and scripts of the kept pages. */
  assets: `${prefix}assets`,
} as const;

/** Most entries of each. */
export const cacheLimits = { stories: 50, saved: 1000, pages: 12, assets: 40 } as const;

/** Whether a cache is one of ours, of this format or another. */
export function isOurCache(name: string): boolean {
  return name.startsWith('finews-');
}

/** Whether a cache of ours belongs to this format. */
export function isCurrentCache(name: string): boolean {
  return name.startsWith(prefix);
}
