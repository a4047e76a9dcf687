import { expect, it } from 'vitest';
import { buildStory } from '@/testing/build-story';
import { listRelatedArticles } from './article-store';
import { saveArticles } from './save-articles';

it('related articles are other stories, and each story is there once', async () => {
  const day = '2022-04-01';
  const tags = ['同题'];
  const story = (outlet: string, about: 'harbour' | 'harvest') =>
    buildStory({ day, outlet, about, overrides: { tags } });
  await saveArticles(
    [
      ...['a', 'bb', 'ccc'].map((outlet) => story(outlet, 'harbour')),
      ...['dddd', 'eeeee'].map((outlet) => story(outlet, 'harvest')),
    ],
    {},
  );
  const related = await listRelatedArticles(story('a', 'harbour').wantedSlug, 6);
  expect(related.map(({ slug }) => slug)).toEqual([story('dddd', 'harvest').wantedSlug]);
});
