import { keepPairs } from './story-pairs';
import { buildStoryMarks } from './story-marks';
import { readStoryText, type StorySource } from './story-text';

/**
 * The marks of a story (story-marks.ts). Its pairs of units are kept, under its content hash, for the comparisons that
 * follow.
 */
export function sketchStory(source: StorySource, contentHash: string): number[] {
  const text = readStoryText(source);
  keepPairs(contentHash, text.pairs);
  return buildStoryMarks(text);
}
