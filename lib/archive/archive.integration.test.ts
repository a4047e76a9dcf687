import { beforeAll, describe, expect, it } from 'vitest';
import { getDb } from '@/lib/db/prisma-client';
import { refreshStatistics } from '@/lib/db/refresh-statistics';
import { findNeighbourPeriods, listArchiveDays, listArchiveMonths } from './archive-store';
import { countDayHours, listArticlesByDay } from './day-store';

const busyDay = '2022-05-26';

/** A day of 5,000 stories, one a little past midnight of another, and one in the year before. */
beforeAll(async () => {
  await getDb().$executeRaw`
    INSERT INTO articles (slug, identity_key, title, body_html, body_text, published_at, zone_offset, status, language,
      content_hash, guessed_fields)
    SELECT slug, slug, slug, '<p></p>', '', at, 480, 'published', 'zh-CN', '', '{}'
    FROM (
      SELECT 'B' || n AS slug, timestamptz '2022-05-26 00:00+08' + n * interval '17 seconds' AS at
      FROM generate_series(1, 5000) n
      UNION ALL SELECT 'midnight', timestamptz '2022-02-18 00:30+08'
      UNION ALL SELECT 'before', timestamptz '2022-02-17 23:59:59+08'
      UNION ALL SELECT 'old', timestamptz '2021-12-01 12:00+08'
    ) posts`;
  await refreshStatistics();
});

describe('the archive', () => {
  it('counts months and days in TIME_ZONE, half past midnight on its own day', async () => {
    expect(await listArchiveMonths()).toEqual([
      { period: '2022-05', stories: 5000 },
      { period: '2022-02', stories: 2 },
      { period: '2021-12', stories: 1 },
    ]);
    expect(await listArchiveDays('2022-02')).toEqual([
      { period: '2022-02-17', stories: 1 },
      { period: '2022-02-18', stories: 1 },
    ]);
    expect((await listArchiveDays('2022')).map(({ period }) => period)).toEqual([
      '2022-02-17',
      '2022-02-18',
      busyDay,
    ]);
    expect((await listArticlesByDay('2022-02-18')).items.map(({ slug }) => slug)).toEqual(['midnight']);
  });

  it.each([
    ['2022', { previous: '2021', next: null }],
    ['2021', { previous: null, next: '2022' }],
    ['2022-02', { previous: '2021-12', next: '2022-05' }],
    ['2022-03', { previous: '2022-02', next: '2022-05' }],
    ['2022-02-18', { previous: '2022-02-17', next: busyDay }],
    ['2021-12-01', { previous: null, next: '2022-02-17' }],
  ])('finds what has stories around %s', async (period, neighbours) => {
    expect(await findNeighbourPeriods(period)).toEqual(neighbours);
  });

  it('pages through a day of 5,000 stories, each once', async () => {
    const slugs: string[] = [];
    for (let before: string | undefined, pages = 0; pages < 51; pages += 1) {
      const page = await listArticlesByDay(busyDay, { before });
      slugs.push(...page.items.map(({ slug }) => slug));
      if (page.next === null) break;
      before = page.next;
    }
    expect(slugs).toHaveLength(5000);
    expect(new Set(slugs).size).toBe(5000);
    expect(slugs[0]).toBe('B5000');
  });

  it('shows a minute with what came just after it, and the nearest story', async () => {
    const page = await listArticlesByDay(busyDay, { minute: '14:57' });
    const at = page.items.findIndex(({ slug }) => slug === page.nearest);
    expect(at).toBeGreaterThanOrEqual(5);
    expect(page.items[at]?.publishedAt.toISOString()).toMatch(/^2022-05-26T06:57/);
    expect(page.items).toHaveLength(105);
    expect(await listArticlesByDay('2022-02-18', { minute: '23:00' })).toMatchObject({ nearest: 'midnight' });
    expect(await listArticlesByDay('2022-02-19', { minute: '23:00' })).toMatchObject({ nearest: null });
  });

  it('counts the hours of a day', async () => {
    const hours = await countDayHours(busyDay);
    expect(hours[0]?.hour).toBe('23');
    expect(hours.at(-1)?.hour).toBe('00');
    expect(hours.reduce((sum, { stories }) => sum + stories, 0)).toBe(5000);
  });

  it('reads a page of a day from one index, whatever its depth', async () => {
    await getDb().$executeRawUnsafe('ANALYZE articles');
    const rows = await getDb().$queryRaw<Record<string, string>[]>`
      EXPLAIN SELECT id FROM published_articles
      WHERE published_at >= '2022-05-25T16:00Z' AND published_at <= '2022-05-26T08:00Z'
        AND (published_at < '2022-05-26T08:00Z' OR (published_at = '2022-05-26T08:00Z' AND id < 100))
      ORDER BY published_at DESC, id DESC LIMIT 101`;
    const plan = JSON.stringify(rows);
    expect(plan).toContain('articles_published_newest_idx');
    expect(plan).not.toContain('Sort');
    expect(plan).not.toContain('Seq Scan');
  });
});
