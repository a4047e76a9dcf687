import { expect, test } from 'vitest';
import { resolveAddress } from './resolve-address';

test.each([
  [
    'https://finance.eastmoney.com/a/202205302396506117.html',
    'https://finance.eastmoney.com/a/202205302396506117.html',
  ],
  ['http://finews.zning.me/2022/05/26/NW1.html', '/2022/05/26/NW1.html'],
  ['//finews.withounder.com/emnews/', '/emnews/'],
  ['https://zning1994.github.io/finews/x?y=1#z', '/finews/x?y=1#z'],
  ['/2022/05/26/NW1.html', '/2022/05/26/NW1.html'],
  ['//other.example/x', 'https://other.example/x'],
  ['mailto:a@b.example', 'mailto:a@b.example'],
  ['#x', '#x'],
  ['./x', null],
  ['foo.html', null],
  ['', null],
  ['#', null],
  ['javascript:alert(1)', null],
  ['\u00A0javascript:alert(1)', null],
  ['java\nscript:alert(1)', null],
  ['data:text/html,x', null],
  ['/\\evil.example', 'http://evil.example/'],
  ['/.//evil.example', null],
  ['http://finews.zning.me//evil.example', null],
  ['https://', null],
])('%s -> %s', (address, resolved) => {
  expect(resolveAddress(address)).toBe(resolved);
});

test.each([
  ['./x', 'https://a.example/b/c', 'https://a.example/b/x'],
  ['/x', 'https://a.example/b/c', 'https://a.example/x'],
  ['x', 'https://finews.zning.me/b/c', '/b/x'],
  ['javascript:1', 'https://a.example/', null],
  ['x', 'nonsense', null],
])('%s at %s -> %s', (address, base, resolved) => {
  expect(resolveAddress(address, base)).toBe(resolved);
});
