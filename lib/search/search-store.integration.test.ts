import { describe, expect, it } from 'vitest';
import { changeArticleStatus, deleteArticle, restoreArticle } from '@/lib/articles/article-admin-store';
import type { ArticleInput } from '@/lib/articles/article-input';
import { saveArticles } from '@/lib/articles/save-articles';
import { getDb } from '@/lib/db/prisma-client';
import { buildArticleInput, buildArticleInputs } from '@/testing/build-article-input';
import { type PublishedSearch, searchPublishedArticles } from './search-store';

const editor = { id: 'editor-1' };
let number = 0;

/** Saves an article with a text of its own and returns its slug. */
async function save(overrides: Partial<ArticleInput>): Promise<string> {
  number += 1;
  const id = `20260101${String(number).padStart(10, '0')}`;
  const input = buildArticleInput({ identityKey: id, wantedSlug: `NW${id}`, ...overrides });
  await saveArticles([input], {});
  return input.wantedSlug;
}

async function find(query: string, more: Partial<PublishedSearch> = {}): Promise<string[]> {
  const { items } = await searchPublishedArticles({ query, order: 'best', limit: 20, ...more });
  return items.map(({ slug }) => slug);
}

const moutai = { market: '1', code: '600519', name: '贵州茅台', kind: 'stock', count: 1 };

describe('searchPublishedArticles: what is found', () => {
  it.each([
    ['魃', '旱魃为虐。', '一字', ['魃']],
    ['两字', '荆州市委召开会议。', '标题', ['荆州', '州市', '市委', '荆州市']],
    ['四字', '全市招商引资突破。', '标题', ['招商引资', '招商 引资']],
    ['混排', '蔚来ET7新能源轿车。', '标题', ['ET7', 'et7 新能源', '蔚来 ET7', 'ET7新能源', '蔚来ＥＴ７']],
    [
      '英文',
      'The Federal Reserve raised rates.',
      '标题',
      ['federal reserve', 'RESERVE', '"reserve raised"', 'rates'],
    ],
    ['全角', '代码（００７００．ＨＫ）。', '标题', ['00700']],
    ['繁体', '臺灣積體電路製造發佈財報。', '標題', ['台湾积体电路', '臺灣積體', '财报', '財報']],
    ['简体', '证监会发布新规则。', '标题', ['證監會', '證監', '新規則']],
    ['题名', '正文', '罕见标题词汇', ['罕见标题', '标题词汇']],
  ])('%s', async (_, bodyText, title, queries) => {
    const slug = await save({ bodyText, title });
    for (const query of queries)
      expect([query, await find(query)]).toEqual([query, expect.arrayContaining([slug])]);
  });

  it('takes a phrase to the letter, and words in any order', async () => {
    const exact = await save({ bodyText: '麒麟芯片量产。' });
    const apart = await save({ bodyText: '芯片厂的麒麟，麟芯。' });
    expect(await find('麒麟芯片')).toEqual([exact]);
    expect((await find('芯片 麒麟')).sort()).toEqual([exact, apart].sort());
    expect(await find('片量产麒')).toEqual([]);
  });

  it('finds a stock by code, exchange, name and initials, in text and by its mark alone', async () => {
    const marked = await save({ bodyText: '白酒龙头走强。', mentions: [moutai] });
    const written = await save({ bodyText: '关注600519走势。' });
    await getDb().$executeRaw`ALTER TABLE stocks ADD COLUMN IF NOT EXISTS pinyin_initials text`;
    await getDb().$executeRaw`UPDATE stocks SET pinyin_initials = 'gzmt' WHERE code = '600519'`;
    expect(await find('600519')).toEqual([marked, written]);
    for (const query of [
      'sh600519',
      '600519.SH',
      '1.600519',
      'gzmt',
      'GZMT',
      '贵州茅台',
      '貴州茅臺',
      '白酒 gzmt',
    ])
      expect([query, await find(query)]).toEqual([query, expect.arrayContaining([marked])]);
    expect(await find('白酒', { stock: '1.600519' })).toEqual([marked]);
    expect(await find('600519', { stock: '0.000001' })).toEqual([]);
  });

  it('narrows by category and by days in TIME_ZONE', async () => {
    const early = await save({
      bodyText: '貔貅早报',
      publishedAt: new Date('2026-03-04T16:00:00Z'), // the 5th in Shanghai
      category: { slug: 'pixiu', name: '貔貅报' },
    });
    const late = await save({ bodyText: '貔貅晚报', publishedAt: new Date('2026-03-06T15:59:59Z') });
    expect(await find('貔貅', { from: '2026-03-05', to: '2026-03-06' })).toEqual([late, early]);
    expect(await find('貔貅', { from: '2026-03-06' })).toEqual([late]);
    expect(await find('貔貅', { to: '2026-03-05' })).toEqual([early]);
    expect(await find('貔貅', { category: 'pixiu' })).toEqual([early]);
    expect(await find('貔貅', { category: 'nowhere' })).toEqual([]);
  });
});

describe('searchPublishedArticles: order and pages', () => {
  it('puts words in the title before newer text, and newest first on wish', async () => {
    const inTitle = await save({ title: '螭吻上市', publishedAt: new Date('2026-01-01T00:00:00Z') });
    const half = await save({
      title: '螭吻',
      bodyText: '上市',
      publishedAt: new Date('2026-01-02T00:00:00Z'),
    });
    const inText = await save({ bodyText: '螭吻上市', publishedAt: new Date('2026-01-03T00:00:00Z') });
    expect(await find('螭吻 上市')).toEqual([inTitle, half, inText]);
    expect(await find('螭吻 上市', { order: 'newest' })).toEqual([inText, half, inTitle]);
  });

  it.each(['best', 'newest'] as const)('pages through all, none twice, none left out: %s', async (order) => {
    const word = order === 'best' ? '饕餮' : '狴犴';
    const slugs: string[] = [];
    // Three of each at the same moment, in and out of the title.
    for (let at = 0; at < 12; at += 1)
      slugs.push(
        await save({
          title: at % 3 === 0 ? `${word}第${at}` : `第${at}`,
          bodyText: `${word}正文`,
          publishedAt: new Date(Date.UTC(2026, 4, 1 + Math.floor(at / 3))),
        }),
      );
    const seen: string[] = [];
    let before: string | undefined;
    let pages = 0;
    do {
      const page = await searchPublishedArticles({ query: word, order, limit: 5, before });
      seen.push(...page.items.map(({ slug }) => slug));
      before = page.next ?? undefined;
      pages += 1;
    } while (before !== undefined);
    expect(pages).toBe(3);
    expect(seen.toSorted()).toEqual(slugs.toSorted());
    if (order === 'newest') expect(seen[0]).toBe(slugs[11]);
  });

  it('counts what there is', async () => {
    await saveArticles(buildArticleInputs(7, { bodyText: '嘲风' }), {});
    const { count, isCountRough, items } = await searchPublishedArticles({
      query: '嘲风',
      order: 'best',
      limit: 3,
    });
    expect({ count, isCountRough, shown: items.length }).toEqual({ count: 7, isCountRough: false, shown: 3 });
  });

  it('shows where it was found, as text', async () => {
    await save({ title: '睚眦<b>', bodyText: `${'前文。'.repeat(50)}说到睚眦 & <script>之事。` });
    const { items } = await searchPublishedArticles({ query: '睚眦', order: 'best', limit: 3 });
    expect(items[0]?.titleParts).toEqual([
      { text: '睚眦', isHit: true },
      { text: '<b>', isHit: false },
    ]);
    expect(items[0]?.snippet.map(({ text }) => text).join('')).toBe('说到睚眦 & <script>之事。');
    expect(items[0]?.snippet.find(({ isHit }) => isHit)?.text).toBe('睚眦');
  });
});

describe('searchPublishedArticles: fresh, and only what is published', () => {
  it('follows every change of a state', async () => {
    const slug = await save({ bodyText: '狻猊' });
    expect(await find('狻猊')).toEqual([slug]);
    await changeArticleStatus(editor, slug, 'withdrawn');
    expect(await find('狻猊')).toEqual([]);
    await changeArticleStatus(editor, slug, 'published');
    expect(await find('狻猊')).toEqual([slug]);
    await deleteArticle(editor, slug);
    expect(await find('狻猊')).toEqual([]);
    await restoreArticle(editor, slug);
    expect(await find('狻猊')).toEqual([slug]);
  });

  it('follows an edited text', async () => {
    const input = buildArticleInput({
      identityKey: '202601029999999999',
      wantedSlug: 'NWedit',
      bodyText: '霸下',
    });
    await saveArticles([input], {});
    await saveArticles([{ ...input, title: '另题', bodyText: '椒图' }], {});
    expect(await find('霸下')).toEqual([]);
    expect(await find('椒图')).toEqual(['NWedit']);
  });

  it('shows no draft and nothing scheduled', async () => {
    await save({ bodyText: '蒲牢', isDraft: true });
    await save({ bodyText: '蒲牢', publishedAt: new Date(Date.now() + 3_600_000) });
    expect(await find('蒲牢')).toEqual([]);
  });
});

describe('searchPublishedArticles: whatever is asked', () => {
  it.each([
    ["' OR 1=1 --"],
    ["\\' | !a & b <-> c:*"],
    ['%_%'],
    ['\u0000'],
    ['\ud800'],
    ['\udc00\ud800涨'],
    ['a'.repeat(10_000)],
    ['（）'],
    ['$1.600519'],
    ['^涨'],
    ['-涨 +停'],
    ['"'],
    ['“”'],
    ['🦄'],
    ['👩‍👩‍👧'],
    ['Ω≈ç√∫˜µ'],
    ['٠١٢٣'],
    ['ﷺ'],
    ['‮test‬'],
    ['Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮'],
    ['<script>alert(0)</script>'],
    ['1;DROP TABLE articles'],
    ['${7*7}'],
    ['\n\t'],
    ['x'.repeat(100)],
    [Array.from({ length: 50 }, (_, at) => `${at}`).join(' ')],
  ])('answers %j', async (query) => {
    const { items, problem } = await searchPublishedArticles({ query, order: 'best', limit: 5 });
    expect(Array.isArray(items)).toBe(true);
    expect([null, 'empty', 'no-words', 'too-long', 'too-many-words']).toContain(problem);
  });

  it('refuses a cursor that nobody issued', async () => {
    for (const before of ['x', '3.a.b', '0.zzzzzzzzzzzz.1', ''])
      await expect(find('涨', { before })).rejects.toMatchObject({ code: 'cursor-invalid', status: 400 });
  });
});

describe('the index', () => {
  it('answers a query of several terms', async () => {
    await save({ bodyText: '魑魅魍魉' });
    const [, lines] = await getDb().$transaction([
      getDb().$executeRaw`SET LOCAL enable_seqscan = off`,
      getDb().$queryRaw<{ 'QUERY PLAN': string }[]>`
        EXPLAIN SELECT FROM article_search s WHERE s.is_published AND s.terms @@ ${"('魑魅' & '魅魍') | '$1.x'"}::tsquery`,
    ]);
    expect(lines.map((line) => line['QUERY PLAN']).join('\n')).toContain('article_search_terms_idx');
  });
});
