import { describe, expect, it } from 'vitest';
import { changeArticleStatus } from '@/lib/articles/article-admin-store';
import { listArticlesByCategory } from '@/lib/articles/article-store';
import { findLastChangeId, listChangesSince } from '@/lib/articles/change-log';
import { saveArticles } from '@/lib/articles/save-articles';
import { getDb } from '@/lib/db/prisma-client';
import { buildStory } from '@/testing/build-story';
import { backfillGroups } from './backfill-groups';
import { joinArticles, splitFromGroup, undoChoice } from './story-choices';
import { findStoryGroupForEditor } from './story-group-admin-store';
import { listOtherReports } from './story-group-store';

const editor = { id: 'editor-1' };

async function saveCopies(day: string, ...outlets: string[]): Promise<string[]> {
  const inputs = outlets.map((outlet) => buildStory({ day, outlet }));
  await saveArticles(inputs, {});
  return inputs.map(({ wantedSlug }) => wantedSlug);
}

async function listOthers(slug: string): Promise<string[]> {
  return (await listOtherReports(slug)).map((report) => report.slug).sort();
}

describe('what readers see of a group', () => {
  it('is every published member with the share of the text, and none that was withdrawn', async () => {
    const [a = '', b = '', c = ''] = await saveCopies('2025-01-01', 'a', 'bb', 'ccc');
    expect(await listOthers(a)).toEqual([b, c]);
    expect((await listOtherReports(a))[0]?.reason).toMatchObject({ kind: 'text', percent: 99, with: null });
    await changeArticleStatus(editor, c, 'withdrawn');
    expect(await listOthers(a)).toEqual([b]);
    expect(await listOthers(c)).toEqual([]);
    await changeArticleStatus(editor, b, 'withdrawn');
    expect(await listOthers(a)).toEqual([]);
    await changeArticleStatus(editor, c, 'published');
    expect(await listOthers(a)).toEqual([c]);
  });

  it('stands in the lists as well', async () => {
    const [a = '', b = ''] = await saveCopies('2025-01-10', 'a', 'bb');
    const { items } = await listArticlesByCategory('abao');
    expect(items.find(({ slug }) => slug === a)?.others?.map(({ slug }) => slug)).toEqual([b]);
  });
});

describe('an editor', () => {
  it('takes an article out for good, and can take that back', async () => {
    const day = '2025-02-01';
    const [a = '', b = '', c = ''] = await saveCopies(day, 'a', 'bb', 'ccc');
    const choice = await splitFromGroup(editor, a);
    expect(await listOthers(a)).toEqual([]);
    expect(await listOthers(b)).toEqual([c]);
    // Neither a new report nor a new version of it brings it back.
    const [d = ''] = await saveCopies(day, 'dddd');
    await saveArticles([buildStory({ day, outlet: 'a', overrides: { tags: ['改过'] } })], {});
    expect(await listOthers(a)).toEqual([]);
    expect(await listOthers(d)).toEqual([b, c]);
    expect(await findStoryGroupForEditor(editor, a)).toMatchObject({ isApart: true, members: [] });
    await undoChoice(editor, a, choice);
    expect(await listOthers(a)).toEqual([b, c, d]);
    await expect(undoChoice(editor, a, choice)).rejects.toMatchObject({ code: 'group-choice-unknown' });
  });

  it('joins two articles that no rule would, whatever their dates, and can take that back', async () => {
    const [a = ''] = await saveCopies('2025-03-01', 'a');
    const other = buildStory({ day: '2025-03-20', outlet: 'bb', about: 'harvest' });
    await saveArticles([other], {});
    const before = await findLastChangeId();
    const choice = await joinArticles(editor, a, other.wantedSlug);
    expect(await listOtherReports(a)).toMatchObject([{ slug: other.wantedSlug, reason: { kind: 'editor' } }]);
    const tags = (await listChangesSince(before, 10)).flatMap((change) => change.tags);
    for (const tag of [
      'front',
      'category:abao',
      'category:bbbao',
      `article:${a}`,
      `article:${other.wantedSlug}`,
    ])
      expect(tags).toContain(tag);
    await expect(joinArticles(editor, a, other.wantedSlug)).rejects.toMatchObject({
      code: 'group-joined-already',
    });
    await undoChoice(editor, other.wantedSlug, choice);
    expect(await listOthers(a)).toEqual([]);
  });

  it('is told what does not work', async () => {
    const [a = ''] = await saveCopies('2025-04-01', 'a');
    await expect(splitFromGroup(editor, a)).rejects.toMatchObject({ code: 'group-alone' });
    await expect(splitFromGroup(editor, 'none')).rejects.toMatchObject({ code: 'article-unknown' });
    await expect(joinArticles(editor, a, a)).rejects.toMatchObject({ code: 'group-same-article' });
    await expect(joinArticles(editor, a, 'none')).rejects.toMatchObject({ code: 'group-article-unknown' });
  });
});

it('an archive older than groups is grouped in steps that can be begun anew', async () => {
  const outlets = Array.from({ length: 60 }, (_, at) => `o${at}`);
  const [first = ''] = await saveCopies('2025-05-01', ...outlets.map((name) => name.slice(0, 4)));
  await getDb().storySketch.deleteMany();
  await getDb().storyPair.deleteMany();
  await getDb().storyGroup.deleteMany();
  expect(await listOthers(first)).toEqual([]);
  const steps: (number | undefined)[] = [];
  for (let after: number | undefined = 0; after !== undefined;)
    steps.push((after = await backfillGroups(after)));
  expect(steps.length).toBeGreaterThan(2);
  expect(await listOthers(first)).toHaveLength(59);
  expect(await backfillGroups(0)).toBeUndefined();
});
