import { expect, it } from 'vitest';
import { buildArticleListPath, parseArticleFilter } from './article-filter';

it.each([
  [{}, {}],
  [
    { search: ' 降准 ', status: 'draft', category: 'x' },
    { search: '降准', status: 'draft', category: 'x' },
  ],
  [{ search: '', status: '', category: '' }, {}],
  [{ status: 'nonsense', search: ['a', 'b'], other: 'x' }, {}],
])('reads %j', (query, expected) => {
  expect(JSON.parse(JSON.stringify(parseArticleFilter(query)))).toEqual(expected);
});

it('builds the address that it reads', () => {
  const path = buildArticleListPath({ search: 'a&b', status: 'deleted', before: 'c' });
  expect(path).toBe('/admin/articles?search=a%26b&status=deleted&before=c');
});
