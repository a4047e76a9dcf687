import { expect, it } from 'vitest';
import { buildSearchPath, parseSearchAddress, withoutFilters } from './search-address';

it.each([
  [{ q: '降准' }, { q: '降准', order: 'best' }],
  [
    { q: ['a', 'b'], order: 'x', from: '2022-02-30', category: ' ' },
    { q: '', order: 'best' },
  ],
  [
    { q: 'a', from: '2022-03-01', to: '2022-02-01' },
    { q: 'a', order: 'best', from: '2022-02-01', to: '2022-03-01' },
  ],
  [
    { q: 'a', order: 'newest', stock: 'gzmt', before: '0.a.1' },
    { q: 'a', order: 'newest', stock: 'gzmt', before: '0.a.1' },
  ],
])('reads %j', (query, address) => {
  expect(parseSearchAddress(query)).toEqual(address);
});

it.each([
  [{}, '/search'],
  [{ q: ' 降准 ', order: 'best' as const }, '/search?q=%E9%99%8D%E5%87%86'],
  [
    { q: 'a&b', order: 'newest' as const, from: '2022-01-01' },
    '/search?q=a%26b&order=newest&from=2022-01-01',
  ],
  [{ q: '\ud800' }, '/search?q=%EF%BF%BD'],
])('writes %j', (address, path) => {
  expect(buildSearchPath(address)).toBe(path);
});

it('drops filters, and the page that was shown', () => {
  const address = parseSearchAddress({ q: 'a', stock: 'b', from: '2022-01-01', before: '0.a.1' });
  expect(buildSearchPath(withoutFilters(address, ['from', 'to']))).toBe('/search?q=a&stock=b');
});
