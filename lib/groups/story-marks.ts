import { mixHash } from './mix-hash';
import { hashRuns, type StoryText } from './story-text';

const fromTitle = 6;
const fromAll = 18;
const runLength = 3;

/** How far apart two articles of one story are published, at most. */
export const windowMs = 3 * 86_400_000;

/**
 * The numbers by which an index finds stories with passages in common: the smallest hashes of all three-unit passages
 * (a bottom-k sketch: two texts that share a part of their passages share about that part of these), and the smallest
 * of the title's. At most 24, sorted; texts of less than three units have none.
 */
export function buildStoryMarks({ hashes, titleLength }: StoryText): number[] {
  const title = pickSmallest(hashRuns(hashes.subarray(0, titleLength), runLength), fromTitle);
  const all = pickSmallest(hashRuns(hashes, runLength), fromAll);
  return [...new Set([...title, ...all])].sort((a, b) => a - b);
}

/** The smallest, each once. Hardly one of thousands gets past the first line, so they need not be sorted. */
function pickSmallest(hashes: Int32Array, count: number): number[] {
  const smallest: number[] = [];
  for (const hash of hashes) {
    if (smallest.length === count && hash >= (smallest[count - 1] ?? 0)) continue;
    if (smallest.includes(hash)) continue;
    if (smallest.length === count) smallest.pop();
    smallest.push(hash);
    smallest.sort((a, b) => a - b);
  }
  return smallest;
}

/**
 * Marks as the index keeps them, mixed with the number of the three days around the publication: a search looks only
 * into its own days and those beside them, however old and large the archive is.
 */
export function dateMarks(marks: readonly number[], publishedAt: Date): number[] {
  return mixWith(marks, getPeriod(publishedAt));
}

/** The marks under which articles of the same story may stand in the index: for each of the periods of `listPeriods`. */
export function listProbes(marks: readonly number[], publishedAt: Date): number[][] {
  return listPeriods(publishedAt).map((period) => mixWith(marks, period));
}

/** The numbers of an article's own three days, and of those on each side. */
export function listPeriods(publishedAt: Date): [number, number, number] {
  const period = getPeriod(publishedAt);
  return [period - 1, period, period + 1];
}

function getPeriod(publishedAt: Date): number {
  return Math.floor(publishedAt.getTime() / windowMs);
}

function mixWith(marks: readonly number[], period: number): number[] {
  const salt = mixHash(period);
  return marks.map((mark) => mixHash(mark ^ salt));
}
