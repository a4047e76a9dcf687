/** In memory, beside the heap: the pairs of some 4,000 usual stories. */
const mostBytes = 24 * 1024 * 1024;

let known: Map<string, Int32Array> | undefined;
let bytes = 0;

/**
 * Keeps the pairs of units of a story, known by its content hash, for the stories of its days that are written next: most
 * comparisons end with them, and to read a text again for each of them would be most of the work.
 */
export function keepPairs(contentHash: string, pairs: Int32Array): void {
  const kept = (known ??= new Map<string, Int32Array>());
  bytes += pairs.byteLength - (kept.get(contentHash)?.byteLength ?? 0);
  kept.delete(contentHash);
  kept.set(contentHash, pairs);
  for (const [oldest, { byteLength }] of kept) {
    if (bytes <= mostBytes) return;
    kept.delete(oldest);
    bytes -= byteLength;
  }
}

/** The kept pairs of a story, which then are the last to be given up. */
export function findPairs(contentHash: string): Int32Array | undefined {
  const pairs = known?.get(contentHash);
  if (pairs) keepPairs(contentHash, pairs);
  return pairs;
}
