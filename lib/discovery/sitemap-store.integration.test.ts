import { beforeAll, describe, expect, it } from 'vitest';
import { collectCacheTags } from '@/lib/articles/article-cache';
import { saveArticles } from '@/lib/articles/save-articles';
import { getBatchDb, getDb } from '@/lib/db/prisma-client';
import { buildArticleInput } from '@/testing/build-article-input';
import {
  countNews,
  countStockSitemaps,
  listArticleSitemaps,
  listArticleUrls,
  listCategoryUrls,
  listNewsUrls,
  listStockUrls,
  listStoryDays,
  sitemapSize,
} from './sitemap-store';

const timeZone = 'Asia/Shanghai';
const count = 60_000;

/** Quicker than importing: bare rows, five in the same millisecond, from January 2021 on. */
async function seedArticles(): Promise<void> {
  await getBatchDb().$executeRaw`
    INSERT INTO articles (identity_key, slug, title, body_html, body_text, published_at, zone_offset, status, language,
      content_hash, updated_at)
    SELECT 'seed-' || n, 'seed-' || n, '旧' || n, '', '', '2021-01-10T00:00:00Z'::timestamptz
      + (n / 5) * interval '4 minutes', 480, 'published', 'zh-CN', '', '2024-01-01T00:00:00Z'::timestamptz
    FROM generate_series(0, ${count - 1}::int) AS n`;
}

async function listAllPaths(): Promise<string[]> {
  const paths: string[] = [];
  for (const sitemap of await listArticleSitemaps(timeZone)) {
    const urls = await listArticleUrls(sitemap, timeZone);
    expect(urls.length).toBeLessThanOrEqual(sitemapSize);
    paths.push(...urls.map(({ path }) => path));
  }
  return paths;
}

describe('60,000 articles of two months', () => {
  beforeAll(seedArticles);

  it('are all listed, each once, the oldest too', async () => {
    const paths = await listAllPaths();
    expect(new Set(paths).size).toBe(count);
    expect(paths).toHaveLength(count);
    expect(paths).toContain('/articles/seed-0');
  });

  it('lie in files of their month, whose parts begin behind one another', async () => {
    const files = await listArticleSitemaps(timeZone);
    expect(files.map(({ month }) => month)).toEqual([
      // 39,840 until the end of January, the rest in February.
      ...Array<string>(3).fill('2021-02'),
      ...Array<string>(4).fill('2021-01'),
    ]);
    expect(files.at(-1)).toMatchObject({ month: '2021-01', after: undefined });
    expect(new Set(files.map(({ month, after }) => `${month} ${after ?? ''}`)).size).toBe(files.length);
  });

  it('read one index and no article, however many there are', async () => {
    await getBatchDb().$executeRawUnsafe('VACUUM ANALYZE articles');
    const plan = JSON.stringify(
      await getDb().$queryRaw`
        EXPLAIN SELECT count(*), max(updated_at) FROM published_articles
        WHERE canonical_url IS NULL AND published_at >= '2021-02-01' AND published_at < '2021-03-01'`,
    );
    expect(plan).toContain('Index Only Scan');
    expect(plan).toContain('articles_sitemap_idx');
  });

  it('stay where they are when another is added', async () => {
    const before = await listArticleSitemaps(timeZone);
    await saveArticles([buildArticleInput({ publishedAt: new Date('2021-06-01T00:00:00Z') })], {});
    const after = await listArticleSitemaps(timeZone);
    expect(after.slice(1)).toEqual(before);
    expect(after[0]).toMatchObject({ month: '2021-06', after: undefined });
  });
});

it('days and months are those of the time zone', async () => {
  const publishedAt = new Date('2019-12-31T16:30:00Z'); // half past midnight in Shanghai
  await saveArticles([buildArticleInput({ identityKey: 'eve', wantedSlug: 'eve', publishedAt })], {});
  expect((await listStoryDays(timeZone)).at(-1)).toBe('2020-01-01');
  expect((await listStoryDays('UTC')).at(-1)).toBe('2019-12-31');
  expect((await listArticleSitemaps(timeZone)).at(-1)?.month).toBe('2020-01');
  const { result, tags } = await collectCacheTags(() =>
    listArticleUrls({ month: '2020-01', after: undefined }, timeZone),
  );
  expect(result).toEqual([{ path: '/articles/eve', lastModified: expect.any(Date) as Date }]);
  expect([...tags]).toEqual(['month:2020-01']);
});

it('neither drafts nor what has its original elsewhere are listed, in news as little', async () => {
  const publishedAt = new Date(Date.now() - 3_600_000);
  const make = (name: string, more: object = {}) =>
    buildArticleInput({ identityKey: name, wantedSlug: name, title: name, publishedAt, ...more });
  await saveArticles(
    [
      make('own', { mentions: [{ market: '1', code: '600160', name: '巨化股份', kind: 'stock', count: 1 }] }),
      make('draft', {
        isDraft: true,
        mentions: [{ market: '0', code: '000001', name: '平安银行', kind: 'stock', count: 1 }],
        category: { slug: 'empty', name: '空' },
      }),
      make('foreign', { canonicalUrl: 'https://source.example/1' }),
      make('old', { publishedAt: new Date(Date.now() - 49 * 3_600_000) }),
    ],
    {},
  );
  const [newest] = await listArticleSitemaps(timeZone);
  const paths = (await listArticleUrls(newest!, timeZone)).map(({ path }) => path);
  expect(paths).toContain('/articles/own');
  expect(paths).not.toContain('/articles/draft');
  expect(paths).not.toContain('/articles/foreign');
  expect((await listNewsUrls(1)).map(({ title }) => title)).toEqual(['own']);
  expect((await countNews()).count).toBe(1);
  expect(await listStockUrls(1)).toEqual([{ path: '/stock/1.600160' }]);
  expect(await countStockSitemaps()).toBe(1);
  expect(await listCategoryUrls()).toEqual([{ path: '/category/ceshiribao' }]);
});

it('news come in parts of 1,000, newest first', async () => {
  await getDb()
    .$executeRaw`UPDATE articles SET published_at = now() - interval '1 hour' - id * interval '1 ms'
    WHERE slug LIKE 'seed-%' AND id <= (SELECT min(id) + 2499 FROM articles WHERE slug LIKE 'seed-%')`;
  const parts = [await listNewsUrls(1), await listNewsUrls(2), await listNewsUrls(3), await listNewsUrls(4)];
  expect(parts.map((part) => part.length)).toEqual([1000, 1000, 501, 0]);
  const times = parts.flat().map(({ publishedAt }) => publishedAt.getTime());
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});
