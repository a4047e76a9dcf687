import { expect, test } from 'vitest';
import { applyStep } from './apply-step';
import { buildParagraphs } from './build-paragraphs';

test.each([
  ['loose text', '一<p>二</p>三', '<p>一</p><p>二</p><p>三</p>'],
  ['boxes', '<div><section><p>一</p>二</section></div>', '<p>一</p><p>二</p>'],
  ['a box of text', '<div>一<b>二</b></div>', '<p>一<b>二</b></p>'],
  ['centred', '<center>一</center>', '<p style="text-align:center">一</p>'],
  [
    'a block in a paragraph',
    '<p>一<center><img></center>二</p>',
    '<p>一</p><p style="text-align:center"><img></p><p>二</p>',
  ],
  ['a block in bold', '<b><p>一</p></b>', '<p>一</p>'],
  ['a block in a link', '<a href="/x"><div>一</div></a>', '<p><a href="/x">一</a></p>'],
  ['a quote', '<blockquote>一<p>二</p></blockquote>', '<blockquote><p>一</p><p>二</p></blockquote>'],
  ['lists stay', '<ul><li>一</li></ul>', '<ul><li>一</li></ul>'],
  ['breaks alone', '<br><p>一</p><br>', '<p>一</p>'],
])('%s', (_name, source, html) => {
  expect(applyStep(source, buildParagraphs).html).toBe(html);
});
