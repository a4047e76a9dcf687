import { beforeEach, describe, expect, it } from 'vitest';
import { changeArticleStatus } from './article-admin-store';
import { backfillMentions } from './backfill-mentions';
import { saveArticles } from './save-articles';
import { keepArchiveZone } from '@/lib/archive/archive-zone';
import { getDb } from '@/lib/db/prisma-client';
import { emptyPortal } from '@/lib/exporting/test-portal';
import { buildArticleInput } from '@/testing/build-article-input';

const editor = { id: 'editor-1' };
const maotai = { market: '1', code: '600519', name: '贵州茅台', kind: 'stock', count: 2 };
let ids = 0;

function article(overrides: Parameters<typeof buildArticleInput>[0]) {
  ids += 1;
  const id = String(202_611_250_000_000_000n + BigInt(ids));
  return buildArticleInput({ identityKey: id, wantedSlug: `NW${id}`, ...overrides });
}

/** What the database has counted, and what is to be counted: both must always say the same. */
async function readCounts() {
  const [counted] = await getDb().$queryRaw<{ days: unknown; stocks: unknown; names: unknown }[]>`
    SELECT (SELECT json_object_agg(day, stories ORDER BY day) FROM article_days WHERE stories <> 0) AS days,
      (SELECT json_object_agg(s.code || ' ' || day, stories ORDER BY s.code, day) FROM stock_days d
       JOIN stocks s ON s.id = d.stock_id WHERE stories <> 0) AS stocks,
      (SELECT json_object_agg(s.code || ' ' || n.name, stories ORDER BY s.code, n.name) FROM stock_names n
       JOIN stocks s ON s.id = n.stock_id WHERE stories <> 0) AS names`;
  const [true_] = await getDb().$queryRaw<{ days: unknown; stocks: unknown; names: unknown }[]>`
    SELECT (SELECT json_object_agg(day, n ORDER BY day) FROM (
        SELECT archive_day(published_at, archive_zone()) AS day, count(*) AS n FROM published_articles GROUP BY 1) d) AS days,
      (SELECT json_object_agg(code || ' ' || day, n ORDER BY code, day) FROM (
        SELECT s.code, archive_day(a.published_at, archive_zone()) AS day, count(*) AS n
        FROM mentions m JOIN published_articles a ON a.id = m.article_id JOIN stocks s ON s.id = m.stock_id
        GROUP BY 1, 2) d) AS stocks,
      (SELECT json_object_agg(code || ' ' || name, n ORDER BY code, name) FROM (
        SELECT s.code, m.name, count(*) AS n FROM mentions m JOIN stocks s ON s.id = m.stock_id
        WHERE m.name IS NOT NULL GROUP BY 1, 2) d) AS names`;
  expect(counted).toEqual(true_);
  return counted;
}

beforeEach(async () => {
  await emptyPortal();
});

describe('mentions in the write path', () => {
  it('makes one mention of a share that markup and text name, and another of a code in the text', async () => {
    await saveArticles(
      [
        article({
          bodyText: '贵州茅台（600519.SH）与腾讯控股（00700.HK）',
          mentions: [maotai],
        }),
      ],
      {},
    );
    const mentions = await getDb().mention.findMany({
      include: { stock: true },
      orderBy: { stock: { code: 'asc' } },
    });
    expect(mentions).toMatchObject([
      { count: 1, name: '腾讯控股', stock: { market: '116', code: '00700', pinyinInitials: 'txkg' } },
      {
        count: 2,
        name: '贵州茅台',
        stock: { market: '1', name: '贵州茅台', pinyin: 'guizhoumaotai', pinyinInitials: 'gzmt' },
      },
    ]);
    expect(mentions[0]?.publishedAt).toEqual(new Date('2026-11-20T01:00:00Z'));
  });

  it('keeps the name that most stories use, and takes the next when those are gone', async () => {
    const called = (name: string) => article({ bodyText: `${name}（600519.SH）` });
    await saveArticles([called('茅台')], {});
    expect(await getDb().stock.findFirst()).toMatchObject({ name: '茅台', pinyinInitials: 'mt' });
    await saveArticles([called('贵州茅台'), called('贵州茅台')], {});
    expect(await getDb().stock.findFirst()).toMatchObject({ name: '贵州茅台', pinyinInitials: 'gzmt' });
  });

  it('a code alone names its stock until a story does', async () => {
    await saveArticles([article({ bodyText: '收盘600519.SH报1700元' })], {});
    expect(await getDb().stock.findFirst()).toMatchObject({ name: '600519', pinyin: '' });
    await saveArticles([article({ bodyText: '贵州茅台（600519.SH）' })], {});
    expect(await getDb().stock.findFirst()).toMatchObject({ name: '贵州茅台', pinyin: 'guizhoumaotai' });
  });
});

describe('counts of days', () => {
  it('puts half past midnight in Shanghai on its Shanghai day', async () => {
    const publishedAt = new Date('2022-02-17T16:30:00Z');
    await saveArticles([article({ publishedAt, mentions: [maotai] })], {});
    expect(await readCounts()).toMatchObject({
      days: { '2022-02-18': 1 },
      stocks: { '600519 2022-02-18': 1 },
    });
  });

  it('follows saving, overwriting, withdrawing, deleting and moving', async () => {
    const input = article({ publishedAt: new Date('2022-02-18T04:00:00Z'), mentions: [maotai] });
    const other = article({ publishedAt: new Date('2022-02-18T05:00:00Z'), mentions: [maotai] });
    await saveArticles([input, other], {});
    expect(await readCounts()).toMatchObject({ days: { '2022-02-18': 2 } });
    await saveArticles([{ ...input, publishedAt: new Date('2022-02-19T04:00:00Z'), title: '改' }], {});
    expect(await readCounts()).toMatchObject({ days: { '2022-02-18': 1, '2022-02-19': 1 } });
    await changeArticleStatus(editor, other.wantedSlug, 'withdrawn');
    expect(await readCounts()).toEqual({
      days: { '2022-02-19': 1 },
      stocks: { '600519 2022-02-19': 1 },
      names: { '600519 贵州茅台': 2 },
    });
    await changeArticleStatus(editor, other.wantedSlug, 'published');
    expect(await readCounts()).toMatchObject({ days: { '2022-02-18': 1, '2022-02-19': 1 } });
    await getDb().article.deleteMany();
    expect(await readCounts()).toEqual({ days: null, stocks: null, names: null });
  });

  it('counts drafts nowhere', async () => {
    await saveArticles([article({ mentions: [maotai], isDraft: true })], {});
    expect(await readCounts()).toMatchObject({ days: null, stocks: null });
  });

  it.each([
    ['America/New_York', '2022-02-17'],
    // PostgreSQL alone would read these the wrong way round.
    ['+08:00', '2022-02-18'],
    ['-08:00', '2022-02-17'],
    ['Asia/Kathmandu', '2022-02-17'],
  ])('counts anew when the zone becomes %s', async (zone, day) => {
    await saveArticles([article({ publishedAt: new Date('2022-02-17T16:30:00Z'), mentions: [maotai] })], {});
    await keepArchiveZone(zone);
    expect(await readCounts()).toMatchObject({ days: { [day]: 1 }, stocks: { [`600519 ${day}`]: 1 } });
    await saveArticles([article({ publishedAt: new Date('2022-02-17T16:31:00Z') })], {});
    expect(await readCounts()).toMatchObject({ days: { [day]: 2 } });
  });
});

describe('backfillMentions', () => {
  it('reads what was saved before the rule, once, and goes on where it stopped', async () => {
    const articles = Array.from({ length: 250 }, (_, at) =>
      article({ bodyText: at === 249 ? '腾讯控股（00700.HK）' : `贵州茅台（600519.SH）${at}` }),
    );
    await saveArticles(articles, {});
    await getDb().mention.deleteMany();
    await getDb().stock.updateMany({ data: { pinyin: null } });
    expect(await backfillMentions(new AbortController().signal)).toBe(250);
    expect(await getDb().stock.findMany({ orderBy: { code: 'asc' } })).toMatchObject([
      { code: '00700', pinyinInitials: 'txkg' },
      { code: '600519', pinyinInitials: 'gzmt' },
    ]);
    await readCounts();
    await getDb().mention.deleteMany();
    expect(await backfillMentions(new AbortController().signal)).toBe(0);
    await getDb().setting.update({
      where: { key: 'stocks.backfill' },
      data: { value: { version: 1, after: (await getDb().article.findFirstOrThrow({ orderBy: { id: 'desc' } })).id - 1, isDone: false } }, // prettier-ignore
    });
    expect(await backfillMentions(new AbortController().signal)).toBe(1);
  });
});
