import { contradicts } from './contradicts';
import { countCommon } from './sorted-numbers';
import { hashRuns, type StoryText } from './story-text';

/** Why two stories are one, or that they are not. */
export interface StoryComparison {
  isSame: boolean;
  /** Dice coefficient of their pairs of units, 0 to 1. */
  similarity: number;
  /** Passages of at least six units that stand in both. */
  phrases: number;
}

/** Two texts of a story and of its shortened copy reach this: a quarter of a text has Dice 0.4 with the whole. */
const enough = 0.4;
/** Less is enough where nearly all of the shorter one stands in the longer one, as in a copy with a frame around it. */
const enoughWithin = 0.3;
const mostlyWithin = 0.7;
/** Two headlines of five characters are no story. */
const fewestPairs = 8;
const phraseLength = 6;

/**
 * Whether two texts tell the same story, in whatever order they are given: enough of their pairs of units are equal, and
 * no figure, name or direction tells them apart (contradicts.ts).
 */
export function compareStories(one: StoryText, other: StoryText): StoryComparison {
  const { isNear, similarity } = comparePairs(one.pairs, other.pairs);
  if (!isNear || contradicts(one, other)) return { isSame: false, similarity, phrases: 0 };
  return { isSame: true, similarity, phrases: countPhrases(one, other) };
}

/** The first question of the comparison alone: whether two texts have enough pairs of units in common. */
export function comparePairs(one: Int32Array, other: Int32Array): { isNear: boolean; similarity: number } {
  const common = countCommon(one, other);
  const smaller = Math.min(one.length, other.length);
  const similarity = smaller === 0 ? 0 : (2 * common) / (one.length + other.length);
  const isNear =
    common >= fewestPairs &&
    (similarity >= enough || (similarity >= enoughWithin && common / smaller >= mostlyWithin));
  return { isNear, similarity };
}

/** Counts in the shorter text, so that the order of the two does not matter. */
function countPhrases(one: StoryText, other: StoryText): number {
  const [short, long] = one.units.length <= other.units.length ? [one, other] : [other, one];
  const known = new Set(hashRuns(long.hashes, phraseLength));
  let phrases = 0;
  let wasShared = false;
  for (const run of hashRuns(short.hashes, phraseLength)) {
    const isShared = known.has(run);
    if (isShared && !wasShared) phrases += 1;
    wasShared = isShared;
  }
  return phrases;
}
