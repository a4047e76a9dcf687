import { describe, expect, it } from 'vitest';
import { getDb } from '@/lib/db/prisma-client';
import { buildArticleInput, buildArticleInputs } from '@/testing/build-article-input';
import { changeArticleStatus, deleteArticle, restoreArticle } from './article-admin-store';
import {
  findPublishedArticle,
  listArticlesByCategory,
  listCategoryBlocks,
  listNewestArticles,
} from './article-store';
import { findLastChangeId, listChangesSince } from './change-log';
import { saveArticles } from './save-articles';

const editor = { id: 'editor-1' };

/** Each test has posts of its own: ids that begin with its own number. */
function numbered(test: number, at = 1) {
  const id = `2026${String(test).padStart(4, '0')}${String(at).padStart(10, '0')}`;
  return { identityKey: id, wantedSlug: `NW${id}` };
}

describe('saveArticles', () => {
  it('creates an article with category, tags, links, mentions and a short link', async () => {
    const input = buildArticleInput({
      ...numbered(1),
      tags: ['财经', '地方'],
      links: [{ path: '/ceshiribao/2026/11/20/nw1', kind: 'permalink' }],
      mentions: [{ market: '1', code: '600519', name: '贵州茅台', kind: 'stock', count: 2 }],
    });
    const [saved] = await saveArticles([input], {});
    expect(saved).toMatchObject({ outcome: 'created', slug: input.wantedSlug });
    const article = await findPublishedArticle(input.wantedSlug);
    expect(article).toMatchObject({
      category: { slug: 'ceshiribao', name: '测试日报' },
      tags: ['财经', '地方'],
      stocks: [{ market: '1', code: '600519', name: '贵州茅台', kind: 'stock' }],
    });
    expect(article?.shareCode).toMatch(/^[0-9A-Za-z]{8}$/);
  });

  it('changes nothing the second time, and records no change event', async () => {
    const input = buildArticleInput(numbered(2));
    await saveArticles([input], {});
    const last = await findLastChangeId();
    const [again] = await saveArticles([input], {});
    expect(again?.outcome).toBe('unchanged');
    expect(await listChangesSince(last, 10)).toEqual([]);
  });

  it('updates an edited post in place: same slug, links kept and added, former state kept', async () => {
    const input = buildArticleInput({ ...numbered(3), links: [{ path: '/old/3', kind: 'permalink' }] });
    const [first] = await saveArticles([input], {});
    const edited = {
      ...input,
      title: '改过的标题',
      links: [{ path: '/new/3', kind: 'permalink' }],
      tags: ['新'],
    };
    const [second] = await saveArticles([edited], {});
    expect(second).toMatchObject({ outcome: 'updated', slug: first?.slug, articleId: first?.articleId });
    const row = await getDb().article.findUniqueOrThrow({
      where: { slug: input.wantedSlug },
      include: { links: true, revisions: true },
    });
    expect(row.links.map(({ path }) => path).sort()).toEqual(
      [`/articles/${input.wantedSlug.toLowerCase()}`, '/new/3', '/old/3'].sort(),
    );
    expect(row.revisions).toHaveLength(1);
    expect(row.revisions[0]?.snapshot).toMatchObject({ title: '测试文章', tagIds: [] });
  });

  it.each([
    ['the broken copy first', true],
    ['the good copy first', false],
  ])('takes the facts of a good copy, whichever comes first: %s', async (_, brokenFirst) => {
    const key = numbered(brokenFirst ? 4 : 5);
    const good = buildArticleInput({ ...key, title: '真标题' });
    const broken = buildArticleInput({ ...key, title: '猜的标题', guessedFields: ['title'] });
    for (const input of brokenFirst ? [broken, good] : [good, broken]) await saveArticles([input], {});
    expect(await findPublishedArticle(key.wantedSlug)).toMatchObject({ title: '真标题' });
    const [again] = await saveArticles([broken], {});
    expect(again).toMatchObject({ outcome: 'unchanged', isWeakerCopy: true });
  });

  it('holds a post with guesses back as a draft, and one with a date to come as scheduled', async () => {
    const guessed = buildArticleInput({ ...numbered(6, 1), guessedFields: ['publishedAt'] });
    const later = buildArticleInput({ ...numbered(6, 2), publishedAt: new Date(Date.now() + 3_600_000) });
    await saveArticles([guessed, later], {});
    const rows = await getDb().article.findMany({
      where: { identityKey: { in: [guessed.identityKey, later.identityKey] } },
      orderBy: { identityKey: 'asc' },
    });
    expect(rows.map(({ status }) => status)).toEqual(['draft', 'scheduled']);
  });

  it('keeps two different posts of one file name apart, also when they come again', async () => {
    const one = buildArticleInput({
      identityKey: 'en:2020-01-01-news',
      wantedSlug: 'news',
      title: 'One',
      bodyText: 'alpha beta gamma delta',
    });
    const other = { ...one, title: 'Other', bodyText: 'wholly different words stand here' };
    const first = [...(await saveArticles([one], {})), ...(await saveArticles([other], {}))];
    expect(first.map(({ outcome }) => outcome)).toEqual(['created', 'created']);
    expect(new Set(first.map(({ slug }) => slug)).size).toBe(2);
    const again = [...(await saveArticles([one], {})), ...(await saveArticles([other], {}))];
    expect(again.map(({ outcome, slug }) => ({ outcome, slug }))).toEqual(
      first.map(({ slug }) => ({ outcome: 'unchanged', slug })),
    );
  });

  it('takes an edited title of the same text for the same post', async () => {
    const one = buildArticleInput({
      identityKey: 'en:2020-01-02-edit',
      wantedSlug: 'edit',
      title: 'Befor',
      bodyText: 'the same long text of this post',
    });
    await saveArticles([one], {});
    const [saved] = await saveArticles([{ ...one, title: 'Before' }], {});
    expect(saved).toMatchObject({ outcome: 'updated', slug: 'edit' });
  });

  it('finds a category by its name under several slugs, and by slug where no name is known', async () => {
    const tech = (at: number, category: { slug: string; name: string | null }) =>
      buildArticleInput({ ...numbered(7, at), category });
    await saveArticles(
      [
        tech(1, { slug: 'TechWeb', name: 'TechWeb' }),
        tech(2, { slug: 'Techweb', name: 'Techweb' }),
        tech(3, { slug: 'keji wang', name: 'TechWeb' }),
      ],
      {},
    );
    await saveArticles([tech(4, { slug: 'keji wang', name: null })], {});
    const page = await listArticlesByCategory('techweb');
    expect(page.items).toHaveLength(4);
  });

  it('writes nothing in a dry run', async () => {
    const before = await getDb().article.count();
    const [saved] = await saveArticles([buildArticleInput(numbered(8))], { dryRun: true });
    expect(saved?.outcome).toBe('created');
    expect(await getDb().article.count()).toBe(before);
  });

  it('lets two writers of the same posts end as one', async () => {
    const inputs = buildArticleInputs(50, { category: { slug: 'race', name: '竞争' } });
    const results = await Promise.all([
      saveArticles(inputs, {}),
      saveArticles(inputs, {}),
      saveArticles(inputs, {}),
    ]);
    const outcomes = results.flat().map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(50);
    expect(outcomes.filter((outcome) => outcome === 'unchanged')).toHaveLength(100);
  });

  it('tells in its change event every list that is stale, also that of the category it left', async () => {
    const input = buildArticleInput({
      ...numbered(9),
      category: { slug: 'from', name: '原来' },
      tags: ['旧'],
    });
    await saveArticles([input], {});
    const last = await findLastChangeId();
    await saveArticles([{ ...input, category: { slug: 'to', name: '后来' }, tags: ['新'] }], {});
    const changes = await listChangesSince(last, 10);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ kind: 'changed', slug: input.wantedSlug });
    expect(changes[0]?.tags).toEqual(
      expect.arrayContaining([
        'front',
        `article:${input.wantedSlug}`,
        'category:from',
        'category:to',
        'tag:旧',
        'tag:新',
      ]),
    );
  });

  it('gives back, byte for byte, whatever a post may hold', async () => {
    const odd = `"'\\ <b>&amp;</b> \u{1F4C8} {"json": [1]} $1 %s \u200b终`;
    const input = buildArticleInput({
      ...numbered(10),
      title: odd,
      digest: odd,
      bodyText: odd,
      tags: [odd],
      sourceName: odd,
    });
    await saveArticles([input], {});
    expect(await findPublishedArticle(input.wantedSlug)).toMatchObject({
      title: odd,
      digest: odd,
      bodyText: odd,
      tags: [odd],
      sourceName: odd,
    });
  });
});

describe('lists', () => {
  it('pages through a category without gap or repeat, also where many share one moment', async () => {
    const at = new Date('2026-05-05T05:05:05Z');
    const inputs = buildArticleInputs(120, { category: { slug: 'deep', name: '深处' } }).map(
      (input, number) => ({
        ...input,
        identityKey: `20260505${String(number).padStart(10, '0')}`,
        wantedSlug: `deep-${number}`,
        publishedAt: number < 100 ? at : new Date(at.getTime() + number),
      }),
    );
    await saveArticles(inputs, {});
    const slugs: string[] = [];
    for (let before: string | undefined; ;) {
      const page = await listArticlesByCategory('deep', before);
      slugs.push(...page.items.map(({ slug }) => slug));
      if (page.next === null) break;
      before = page.next;
    }
    expect(slugs).toHaveLength(120);
    expect(new Set(slugs).size).toBe(120);
  });

  it('shows each category with its newest stories, and no draft', async () => {
    const category = { slug: 'block', name: '版块' };
    const inputs = Array.from({ length: 7 }, (_, at) =>
      buildArticleInput({
        ...numbered(11, at),
        category,
        publishedAt: new Date(Date.UTC(2026, 0, 1, at)),
        isDraft: at === 6,
      }),
    );
    await saveArticles(inputs, {});
    const block = (await listCategoryBlocks(5)).find((one) => one.category.slug === 'block');
    expect(block?.items.map(({ slug }) => slug)).toEqual(
      [5, 4, 3, 2, 1].map((at) => numbered(11, at).wantedSlug),
    );
  });
});

describe('an editor', () => {
  it('withdraws, publishes, deletes and restores; readers see it at once and the event says so', async () => {
    const input = buildArticleInput({ ...numbered(12), publishedAt: new Date('2026-11-21T00:00:00Z') });
    const slug = input.wantedSlug;
    await saveArticles([input], {});
    const isVisible = async () => (await listNewestArticles(1000)).some((article) => article.slug === slug);
    const steps: [string, () => Promise<void>, boolean, string | undefined][] = [
      ['withdraw', () => changeArticleStatus(editor, slug, 'withdrawn'), false, 'removed'],
      ['publish', () => changeArticleStatus(editor, slug, 'published'), true, 'published'],
      ['delete', () => deleteArticle(editor, slug), false, 'removed'],
      ['restore', () => restoreArticle(editor, slug), true, 'published'],
    ];
    for (const [name, act, visible, kind] of steps) {
      const last = await findLastChangeId();
      await act();
      expect([name, await isVisible()]).toEqual([name, visible]);
      expect((await listChangesSince(last, 10)).map((change) => change.kind)).toEqual([kind]);
    }
  });

  it('is told when there is no such article', async () => {
    await expect(deleteArticle(editor, 'nothing')).rejects.toMatchObject({
      code: 'article-unknown',
      status: 404,
    });
  });
});

describe('a post that is there already with other content', () => {
  it('is kept beside the new one where both are wanted, once', async () => {
    const input = buildArticleInput({
      identityKey: '202611220000000777',
      wantedSlug: 'NW202611220000000777',
    });
    const other = { ...input, title: '另一个说法' };
    await saveArticles([input], {});
    const [copy] = await saveArticles([other], { duplicates: 'keep-both' });
    expect(copy).toMatchObject({ outcome: 'created' });
    const [again] = await saveArticles([other], { duplicates: 'keep-both' });
    expect(again).toMatchObject({ outcome: 'unchanged', articleId: copy?.articleId, slug: copy?.slug });
  });

  it('is left alone where that is wanted', async () => {
    const input = buildArticleInput({
      identityKey: '202611220000000778',
      wantedSlug: 'NW202611220000000778',
    });
    await saveArticles([input], {});
    const [left] = await saveArticles([{ ...input, title: '别的' }], { duplicates: 'skip' });
    expect(left).toMatchObject({ outcome: 'skipped', changedFields: ['title'] });
  });
});
