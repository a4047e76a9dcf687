import { expect, it } from 'vitest';
import type { ArticleSummary } from '@/lib/articles/article';
import { collapseStories } from './collapse-stories';

function story(slug: string, others: string[] = []): ArticleSummary {
  const plain = { title: slug, digest: null, publishedAt: new Date(0), sourceName: null, category: null, language: 'zh-CN' }; // prettier-ignore
  return { ...plain, slug, others: others.map((other) => ({ ...plain, slug: other })) };
}

function listSlugs(items: ArticleSummary[]): string[] {
  return collapseStories(items).map(({ slug }) => slug);
}

it('gives a story of several outlets one row, where its first one stands', () => {
  expect(listSlugs([story('a', ['c', 'x']), story('b'), story('c', ['a', 'x']), story('d')])).toEqual(['a', 'b', 'd']); // prettier-ignore
});

it('drops nothing that no row lists: what joined the group a moment ago stays a row', () => {
  expect(listSlugs([story('a'), story('b', ['a'])])).toEqual(['a', 'b']);
});

it('leaves lists without groups as they are', () => {
  const { others: _others, ...plain } = story('a');
  expect(listSlugs([plain, story('b')])).toEqual(['a', 'b']);
});

it('never loses a story over the pages of a list', () => {
  const all = [story('a', ['c']), story('b'), story('c', ['a']), story('d')];
  for (const size of [1, 2, 3, 4]) {
    const pages = Array.from({ length: Math.ceil(4 / size) }, (_, at) =>
      all.slice(at * size, at * size + size),
    );
    for (const page of pages) {
      const shown = collapseStories(page).flatMap(({ slug, others }) => [slug, ...(others ?? []).map((other) => other.slug)]); // prettier-ignore
      expect(page.filter(({ slug }) => !shown.includes(slug))).toEqual([]);
    }
  }
});
