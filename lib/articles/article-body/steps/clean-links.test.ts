import { expect, test } from 'vitest';
import { applyStep } from './apply-step';
import { cleanLinks } from './clean-links';

test.each([
  [
    'an outside link',
    '<a href="https://a.example" target="_blank" class="x" title="t">a</a>',
    '<a href="https://a.example/" title="t">a</a>',
  ],
  ['a relative link', '<p><a href="./x">a</a></p>', '<p>a</p>'],
  [
    'a heading that a link leads to',
    '<a href="#big-news">a</a><h2>Big News!</h2>',
    '<a href="#b-big-news">a</a><h2 id="b-big-news">Big News!</h2>',
  ],
  [
    'an id',
    '<a href="#x">a</a><p id="x">b</p><p id="y">c</p>',
    '<a href="#b-x">a</a><p id="b-x">b</p><p>c</p>',
  ],
  ['an anchor', '<a href="#x">a</a><p><a name="x"></a>b</p>', '<a href="#b-x">a</a><p id="b-x">b</p>'],
  ['no such id', '<a href="#x">a</a>', 'a'],
  ['cleaned before', '<a href="#b-x">a</a><p id="b-x">b</p>', '<a href="#b-x">a</a><p id="b-x">b</p>'],
  [
    'a link in a link',
    '<a href="/x"><b>a<a href="#y">b</a></b></a><p id="y">c</p>',
    '<a href="/x"><b>ab</b></a><p>c</p>',
  ],
  ['a link in an anchor', '<a name="x"><b>a<a href="/y">b</a></b></a>', '<b>a<a href="/y">b</a></b>'],
  ['an empty link', '<p><a href="https://a.example"></a>b</p>', '<p>b</p>'],
])('%s', (_name, source, html) => {
  expect(applyStep(source, (root) => cleanLinks(root, undefined)).html).toBe(html);
});
