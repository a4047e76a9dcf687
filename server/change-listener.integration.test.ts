import { Client } from 'pg';
import { afterEach, expect, it, vi } from 'vitest';
import type { LoggedChange } from '@/lib/articles/change-log';
import { saveArticles } from '@/lib/articles/save-articles';
import { getDb } from '@/lib/db/prisma-client';
import { buildArticleInput } from '@/testing/build-article-input';
import { ChangeListener } from './change-listener';

let listener: ChangeListener | undefined;

afterEach(() => listener?.close());

async function listen() {
  const seen: LoggedChange[] = [];
  const onGap = vi.fn();
  const onError = vi.fn();
  listener = new ChangeListener({
    databaseUrl: process.env.DATABASE_URL ?? '',
    onChanges: (changes) => seen.push(...changes),
    onGap,
    onError,
  });
  await listener.start();
  return { slugs: () => seen.map(({ slug }) => slug), seen, onGap, onError };
}

async function save(at: number, isDraft = false): Promise<string> {
  const identityKey = `20270101${String(at).padStart(10, '0')}`;
  const input = buildArticleInput({ identityKey, wantedSlug: `NW${identityKey}`, tags: ['财经'], isDraft });
  await saveArticles([input], {});
  return input.wantedSlug;
}

/** Cuts the listening connection, as a restart of PostgreSQL or of the network would. */
async function cutConnection(): Promise<void> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const cut = await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
  );
  await client.end();
  expect(cut.rowCount).toBe(1);
}

it('sees what another connection commits after the start, once, and nothing from before', async () => {
  await save(1);
  const { slugs, seen, onGap } = await listen();
  const second = await save(2);
  const third = await save(3);
  await vi.waitFor(() => expect(slugs()).toEqual([second, third]));
  expect(seen[0]).toMatchObject({
    kind: 'published',
    tags: [
      `article:${second}`,
      'front',
      'category:ceshiribao',
      'tag:财经',
      'day:2026-11-20',
      'month:2026-11',
      'year:2026',
    ],
  });
  await save(4, true); // a draft is no event for readers
  expect(slugs()).toEqual([second, third]);
  expect(onGap).not.toHaveBeenCalled();
});

it('connects again after its connection was cut, and misses nothing of what happened meanwhile', async () => {
  const { slugs } = await listen();
  const saved: string[] = [];
  for (const round of [0, 1, 2]) {
    await cutConnection();
    saved.push(await save(10 + round * 2));
    await vi.waitFor(() => expect(slugs()).toEqual(saved), 8000);
    saved.push(await save(11 + round * 2)); // live again
    await vi.waitFor(() => expect(slugs()).toEqual(saved), 8000);
  }
});

it('says that there was a gap when the log was replaced by an older one', async () => {
  const { slugs, onGap } = await listen();
  const ids = [await save(20), await save(21)];
  await vi.waitFor(() => expect(slugs()).toEqual(ids));
  await getDb().change.deleteMany({ where: { slug: ids[1] } });
  await cutConnection();
  await vi.waitFor(() => expect(onGap).toHaveBeenCalled(), 8000);
});
