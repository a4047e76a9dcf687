import { parseRssFeed } from 'feedsmith';
import { beforeAll, expect, it } from 'vitest';
import { collectCacheTags } from '@/lib/articles/article-cache';
import { saveArticles } from '@/lib/articles/save-articles';
import { buildArticleInput } from '@/testing/build-article-input';
import { listXmlErrors } from '@/testing/list-xml-errors';
import { type Document, findDocument } from './documents';

beforeAll(async () => {
  await saveArticles(
    [
      buildArticleInput({ identityKey: 'a', wantedSlug: 'a', title: '荆州港扩建' }),
      buildArticleInput({ identityKey: 'b', wantedSlug: 'b', title: '茅台提价' }),
      buildArticleInput({ identityKey: 'c', wantedSlug: 'c', title: '荆州草稿', isDraft: true }),
    ],
    {},
  );
});

async function read(address: string): Promise<Document | { location: string } | undefined> {
  return findDocument(new URL(address, 'http://door.invalid'))?.render();
}

async function listTitles(address: string): Promise<(string | undefined)[]> {
  const made = await read(address);
  if (!made || !('body' in made)) throw new Error(`no document at ${address}`);
  const xml = String(made.body);
  expect(listXmlErrors(xml, 'rss.rng')).toEqual([]);
  return (parseRssFeed(xml).items ?? []).map(({ title }) => title);
}

it('a search is a feed, with its filters, also while it finds nothing', async () => {
  expect(await listTitles('/search/feed.xml?q=荆州')).toEqual(['荆州港扩建']);
  expect(await listTitles('/search/feed.xml?q=荆州&category=nobody')).toEqual([]);
  expect(await listTitles('/search/feed.xml?q=查无此事')).toEqual([]);
  expect(await read('/search/feed.xml')).toBeUndefined();
  const { tags } = await collectCacheTags(() => read('/search/atom.xml?q=荆州'));
  expect(tags).toContain('front');
});

it('an address in another language is the same feed, with what it asks for', async () => {
  expect(await read('/en/search/feed.json?q=a%26b&utm_source=x')).toEqual({
    location: '/search/feed.json?q=a%26b',
  });
  expect(await read('/zh-TW/category/%E8%B4%A2%E7%BB%8F%3F/atom.xml')).toEqual({
    location: '/category/%E8%B4%A2%E7%BB%8F%3F/atom.xml',
  });
});

it('lists that only their stories make known have no feed without one', async () => {
  expect(await read('/tag/nobody/feed.xml')).toBeUndefined();
  expect(await read('/category/nobody/feed.xml')).toBeUndefined();
  expect(await listTitles('/category/ceshiribao/feed.xml')).toHaveLength(2);
});
