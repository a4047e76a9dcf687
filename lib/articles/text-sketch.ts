/** How many numbers a sketch has. */
export const sketchLength = 8;

const pieceLength = 8;
const shortest = 100;

/**
 * A sketch of a text by which nearly the same text is known without comparing the two (one-permutation MinHash over
 * pieces of eight characters): the share of equal numbers is about the share of common pieces. Spaces and case do not
 * count. Null for texts that are too short to say anything.
 */
export function buildTextSketch(text: string): number[] | null {
  const folded = text.slice(0, 50_000).toLowerCase().replace(/\s+/g, '');
  if (folded.length < shortest) return null;
  const least = new Array<number>(sketchLength).fill(0x7fffffff);
  // A rolling hash: each piece costs the same, whatever its length.
  let hash = 0;
  const out = power(base, pieceLength);
  for (let at = 0; at < folded.length; at += 1) {
    hash = (Math.imul(hash, base) + folded.charCodeAt(at)) | 0;
    if (at >= pieceLength) hash = (hash - Math.imul(folded.charCodeAt(at - pieceLength), out)) | 0;
    if (at < pieceLength - 1) continue;
    const mixed = mix(hash);
    const bucket = mixed >>> 29;
    const value = mixed & 0x1fffffff;
    if (value < (least[bucket] ?? 0)) least[bucket] = value;
  }
  return least;
}

const base = 1_000_003;

function power(number: number, exponent: number): number {
  let result = 1;
  for (let at = 0; at < exponent; at += 1) result = Math.imul(result, number);
  return result;
}

/** The finish of MurmurHash3, public domain: every bit of the result depends on every bit. */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
