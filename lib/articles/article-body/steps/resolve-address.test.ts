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
  ['http://a.example/a|b?c=[d]&e=100%#f#g`', 'http://a.example/a%7Cb?c=%5Bd%5D&e=100%25#f%23g%60'],
  ['http://a.example/%E4%B8%AD?q=%25', 'http://a.example/%E4%B8%AD?q=%25'],
  ['mailto:a b@c.example?subject=100%', 'mailto:a%20b@c.example?subject=100%25'],
  ['http://name:secret@a.example/x', 'http://a.example/x'],
  ['http://a.example./', 'http://a.example./'],
  ['http://[::1]:80/', 'http://[::1]/'],
  ['http://../', null],
  ['http://a..example/', null],
  [`http://${'a'.repeat(64)}.example/`, null],
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
