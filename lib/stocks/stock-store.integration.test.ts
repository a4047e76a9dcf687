import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { buildCursor } from '@/lib/articles/article-cursor';
import { refreshStatistics } from '@/lib/db/refresh-statistics';
import { getDb } from '@/lib/db/prisma-client';
import { withTransaction } from '@/lib/db/sql';
import { saveArticles } from '@/lib/articles/save-articles';
import { buildArticleInput } from '@/testing/build-article-input';
import {
  buildStoriesQuery,
  findStock,
  listArticlesByStock,
  listMostMentioned,
  listStockDays,
  listStocksTogether,
} from './stock-store';

const maotai = { market: '1', code: '600519' };
const storyCount = 20_000;

/** One heavy stock in many stories, straight into the tables: the triggers count what is written. */
beforeAll(async () => {
  await withTransaction(async (sql) => {
    await sql(
      `INSERT INTO articles (slug, identity_key, title, body_html, body_text, published_at, zone_offset, status,
         language, content_hash, guessed_fields)
       SELECT 'S' || n, 'S' || n, '第' || n || '篇', '<p></p>', '',
         timestamptz '2022-01-01 00:00+08' + n * interval '5 minutes', 480,
         CASE WHEN n % 100 = 0 THEN 'withdrawn' ELSE 'published' END::article_status, 'zh-CN', '', '{}'
       FROM generate_series(1, $1::int) n`,
      [storyCount],
    );
    await sql(
      `INSERT INTO stocks (market, code, name, kind) VALUES ('1', '600519', '贵州茅台', 'stock'),
         ('0', '000858', '五粮液', 'stock'), ('90', 'BK0477', '白酒', 'sector')`,
    );
    await sql(
      `INSERT INTO mentions (article_id, stock_id, count, name)
       SELECT a.id, s.id, 1, CASE WHEN s.code = '600519' AND a.id % 10 = 0 THEN '茅台' ELSE s.name END
       FROM articles a JOIN stocks s ON s.code = '600519' OR (s.code = '000858' AND a.id % 4 = 0)
         OR (s.code = 'BK0477' AND a.id % 2 = 0)`,
    );
  });
  await refreshStatistics();
}, 120_000);

it('knows a stock by what published stories say of it', async () => {
  expect(await findStock(maotai)).toMatchObject({
    name: '贵州茅台',
    aliases: ['茅台'],
    stories: 19_800,
    lastDay: '2022-03-11',
  });
  expect(await findStock({ market: '1', code: '999999' })).toBeUndefined();
});

it('pages through all stories of a stock, each once, newest first', async () => {
  const stock = await findStock(maotai);
  const first = await listArticlesByStock(stock!.id);
  const second = await listArticlesByStock(stock!.id, first.next!);
  expect(first.items).toHaveLength(50);
  expect(first.items[0]?.slug).toBe('S19999');
  const slugs = [...first.items, ...second.items].map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(100);
  expect(slugs).toEqual(slugs.toSorted((a, b) => Number(b.slice(1)) - Number(a.slice(1))));
  const end = buildCursor({ publishedAt: new Date('2021-12-31T16:20:00Z'), id: 2_000_000_000 });
  expect(await listArticlesByStock(stock!.id, end)).toMatchObject({
    items: [{ slug: 'S4' }, { slug: 'S3' }, { slug: 'S2' }, { slug: 'S1' }],
    next: null,
  });
});

const plan = z.tuple([
  z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: z.looseObject({ 'Shared Hit Blocks': z.int() }) })]) }),
]);

it('costs the same at any depth: a piece of one index, nothing sorted', async () => {
  const stock = await findStock(maotai);
  const middle = await getDb().article.findUniqueOrThrow({ where: { slug: 'S101' } });
  const blocks = await Promise.all(
    [undefined, buildCursor(middle)].map(async (before) => {
      const query = buildStoriesQuery(stock!.id, before);
      const [row] = plan.parse(
        await getDb().$queryRawUnsafe(
          `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${query.text}`,
          ...query.values,
        ),
      );
      const text = JSON.stringify(row);
      expect(text).toContain('mentions_stock_newest_idx');
      expect(text).not.toContain('Sort');
      expect(text).not.toContain('Seq Scan');
      return row['QUERY PLAN'][0].Plan['Shared Hit Blocks'];
    }),
  );
  expect(Math.max(...blocks)).toBeLessThan(80);
});

it('counts the days up to the last one, empty ones too', async () => {
  const stock = await findStock(maotai);
  const days = await listStockDays(stock!.id, '2022-01-02', 3);
  expect(days).toEqual([
    { day: '2021-12-31', stories: 0 },
    { day: '2022-01-01', stories: 285 },
    { day: '2022-01-02', stories: 285 },
  ]);
});

it('lists what the latest stories name together with it', async () => {
  const stock = await findStock(maotai);
  expect(await listStocksTogether(stock!.id, 5)).toMatchObject([
    { code: 'BK0477', kind: 'sector', stories: 99 },
    { code: '000858', stories: 48 },
  ]);
});

it('lists the most mentioned shares of the last day that has any, and of today once it has', async () => {
  expect(await listMostMentioned(5)).toMatchObject({
    day: '2022-03-11',
    isToday: false,
    stocks: [{ code: '600519' }, { code: '000858' }],
  });
  const input = buildArticleInput({ publishedAt: new Date(), bodyText: '腾讯控股（00700.HK）' });
  await saveArticles([input], {});
  expect(await listMostMentioned(5)).toMatchObject({
    isToday: true,
    stocks: [{ code: '00700', stories: 1 }],
  });
});
