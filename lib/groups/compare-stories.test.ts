import { describe, expect, it } from 'vitest';
import { rewrites } from '@/testing/rewrite-story';
import { stories, storyPairs } from '@/testing/story-fixtures';
import { compareStories } from './compare-stories';
import { buildStoryMarks } from './story-marks';
import { readStoryText } from './story-text';

describe('compareStories', () => {
  it.each(storyPairs)('%s: %s', (_what, isSame, one, other) => {
    const [a, b] = [readStoryText(one), readStoryText(other)];
    expect(compareStories(a, b)).toMatchObject({ isSame });
    expect(compareStories(b, a)).toEqual(compareStories(a, b));
  });

  it('gives the share of the text that is the same and how many passages are', () => {
    const [one, other] = [
      readStoryText(stories.harbour),
      readStoryText(rewrites.shortened!(stories.harbour)),
    ];
    const { similarity, phrases } = compareStories(one, other);
    expect(similarity).toBeGreaterThan(0.6);
    expect(similarity).toBeLessThan(0.9);
    expect(phrases).toBeGreaterThanOrEqual(1);
    expect(compareStories(one, one)).toEqual({ isSame: true, similarity: 1, phrases: 1 });
  });

  it('takes texts without words for nothing', () => {
    const empty = readStoryText({ title: '…', digest: null, bodyText: '' });
    expect(compareStories(empty, empty)).toEqual({ isSame: false, similarity: 0, phrases: 0 });
    expect(buildStoryMarks(empty)).toEqual([]);
  });

  it('bounds what a huge text costs', () => {
    const huge = readStoryText({ title: '长文', digest: null, bodyText: '码头扩建工程年报'.repeat(200_000) });
    expect(huge.units.length).toBeLessThan(3100);
    expect(buildStoryMarks(huge).length).toBeLessThanOrEqual(24);
  });
});
