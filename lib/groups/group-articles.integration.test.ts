import { describe, expect, it } from 'vitest';
import { deleteArticle } from '@/lib/articles/article-admin-store';
import { listChangesSince, findLastChangeId } from '@/lib/articles/change-log';
import { saveArticles } from '@/lib/articles/save-articles';
import { getDb } from '@/lib/db/prisma-client';
import { createImport } from '@/lib/importing/import-store';
import { buildStory } from '@/testing/build-story';
import { stories } from '@/testing/story-fixtures';
import { undoNow } from '@/testing/undo-now';

const editor = { id: 'editor-1' };

/** The groups of one day's articles: the outlets in each. */
async function listGroups(day: string): Promise<string[]> {
  const groups = await getDb().storyGroup.findMany({
    where: { members: { some: { article: { slug: { contains: day } } } } },
    select: { members: { select: { article: { select: { slug: true } } } } },
  });
  const outlets = groups.map(({ members }) => members.map(({ article }) => article.slug.split('-')[0]));
  return outlets.map((names) => names.sort().join(' ')).sort();
}

describe('articles of several outlets', () => {
  it('are one group when they tell the same story, and others are not', async () => {
    const day = '2024-03-01';
    const copies = ['a', 'bb', 'ccc'].map((outlet) => buildStory({ day, outlet }));
    await saveArticles([...copies, buildStory({ day, outlet: 'd', about: 'harvest' })], {});
    expect(await listGroups(day)).toEqual(['a bb ccc']);
  });

  it.each([
    ['one by one', 1, '2023-01-10'],
    ['backwards', -1, '2023-02-10'],
    ['all at once', 4, '2023-03-10'],
  ])('are the same groups in whatever order they arrive: %s', async (how, size, day) => {
    const [first = '', second = '', ...rest] = stories.harbour.bodyText.split('\n');
    const chain = [
      buildStory({ day, outlet: 'a' }),
      buildStory({ day, outlet: 'bb', bodyText: [first, second, rest[0]].join('\n') }),
      buildStory({ day, outlet: 'ccc', bodyText: [first, second].join('\n') }),
      buildStory({ day, outlet: 'dddd', about: 'harvest' }),
    ];
    if (size < 0) chain.reverse();
    for (let at = 0; at < chain.length; at += Math.abs(size))
      await saveArticles(chain.slice(at, at + Math.abs(size)), {});
    expect({ how, groups: await listGroups(day) }).toEqual({ how, groups: ['a bb ccc'] });
  });

  it('of three days are one story, of four they are two', async () => {
    const at = (time: string) => ({ publishedAt: new Date(time) });
    await saveArticles(
      [
        buildStory({ day: '2024-05-01', outlet: 'a', overrides: at('2024-05-01T08:00:00Z') }),
        buildStory({ day: '2024-05-01', outlet: 'bb', overrides: at('2024-05-04T07:00:00Z') }),
        buildStory({ day: '2024-05-01', outlet: 'ccc', overrides: at('2024-05-04T09:00:00Z') }),
      ],
      {},
    );
    // The first and the third are too far apart; the second goes with the one that came before.
    expect((await listGroups('2024-05-01')).flatMap((names) => names.split(' '))).toContain('bb');
    expect(await listGroups('2024-05-01')).toHaveLength(1);
    expect(await listGroups('2024-05-01')).not.toContain('a bb ccc');
  });

  it('are no group when one outlet wrote them, or two languages', async () => {
    const day = '2024-05-20';
    const again = buildStory({ day, outlet: 'a', overrides: { identityKey: '202405200000000001', wantedSlug: `again-${day}` } }); // prettier-ignore
    await saveArticles([buildStory({ day, outlet: 'a' }), again], {});
    await saveArticles([buildStory({ day, outlet: 'bb', overrides: { language: 'zh-TW' } })], {});
    expect(await listGroups(day)).toEqual([]);
  });

  it('part when one of them is rewritten, and a bridge that goes leaves two sides', async () => {
    const day = '2024-06-01';
    await saveArticles(['a', 'bb', 'ccc'].map((outlet) => buildStory({ day, outlet })), {}); // prettier-ignore
    await saveArticles([buildStory({ day, outlet: 'bb', bodyText: stories.harvest.bodyText, overrides: { title: stories.harvest.title } })], {}); // prettier-ignore
    expect(await listGroups(day)).toEqual(['a ccc']);
    await saveArticles([buildStory({ day, outlet: 'bb' })], {});
    expect(await listGroups(day)).toEqual(['a bb ccc']);
  });

  it('tell the pages of all the others when one appears or goes', async () => {
    const day = '2024-07-01';
    const [one, other] = [buildStory({ day, outlet: 'a' }), buildStory({ day, outlet: 'bb' })];
    await saveArticles([one], {});
    const before = await findLastChangeId();
    await saveArticles([other], {});
    await deleteArticle(editor, other.wantedSlug);
    const changes = await listChangesSince(before, 10);
    expect(changes.map(({ kind }) => kind)).toEqual(['published', 'removed']);
    for (const { tags } of changes) expect(tags).toContain(`article:${one.wantedSlug}`);
  });
});

it('an import that is undone leaves the groups as they were', async () => {
  const day = '2024-08-01';
  await saveArticles([buildStory({ day, outlet: 'a' }), buildStory({ day, outlet: 'bb', bodyText: stories.harvest.bodyText, overrides: { title: stories.harvest.title } })], {}); // prettier-ignore
  const importId = await createImport({ dryRun: false, asDraft: false, origin: 'cli' });
  const copies = [buildStory({ day, outlet: 'bb' }), buildStory({ day, outlet: 'ccc' })];
  const saved = await saveArticles(copies, { importId });
  await getDb().importItem.createMany({
    data: saved.map(({ articleId, outcome, contentHash, slug }, position) => ({ importId, position, articleId, outcome, contentHash, slug, path: slug, warnings: [] })), // prettier-ignore
  });
  await getDb().import.update({ where: { id: importId }, data: { status: 'done', startedAt: new Date(0) } });
  expect(await listGroups(day)).toEqual(['a bb ccc']);
  await undoNow(importId);
  expect(await listGroups(day)).toEqual([]);
});
