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
export function buildStoryMarks({ units, titleLength }: StoryText): number[] {
  const title = pickSmallest(hashRuns(units.slice(0, titleLength), runLength), fromTitle);
  const all = pickSmallest(hashRuns(units, runLength), fromAll);
  return [...new Set([...title, ...all])].sort((a, b) => a - b);
}

function pickSmallest(hashes: number[], count: number): number[] {
  return [...new Set(hashes)].sort((a, b) => a - b).slice(0, count);
}

/**
 * Marks as the index keeps them, mixed with the number of the three days around the publication: a search looks only
 * into its own days and those beside them, however old and large the archive is.
 */
export function dateMarks(marks: readonly number[], publishedAt: Date): number[] {
  return mixWith(marks, getPeriod(publishedAt));
}

/** The marks under which articles of the same story may stand in the index: of its own days and of those on each side. */
export function listProbes(marks: readonly number[], publishedAt: Date): number[][] {
  const period = getPeriod(publishedAt);
  return [period - 1, period, period + 1].map((each) => mixWith(marks, each));
}

function getPeriod(publishedAt: Date): number {
  return Math.floor(publishedAt.getTime() / windowMs);
}

function mixWith(marks: readonly number[], period: number): number[] {
  const salt = mixHash(period);
  return marks.map((mark) => mixHash(mark ^ salt));
}
