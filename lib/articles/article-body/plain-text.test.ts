import { expect, test } from 'vitest';
import { buildExcerpt, buildPlainText } from './plain-text';
import { sanitise } from './steps/sanitise';

test.each([
  ['paragraphs', '<p>一</p>\n<p>二<br>三</p>', '一\n二\n三'],
  ['entities', '<p>《&lt;蒙特利尔议定书&gt;》&amp;</p>', '《<蒙特利尔议定书>》&'],
  ['a chip within a word', '<p>(C<data class="stock" value="1.1">PPI</data>B)</p>', '(CPPIB)'],
  ['line ends', '<p>中\n文 a\nb</p>', '中文 a b'],
  ['a table', '<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>', '1 2\n3'],
  ['a list', '<ul><li>a</li><li>b</li></ul>', 'a\nb'],
  ['code', '<pre>a\n  b</pre>', 'a\n  b'],
])('%s', (_name, html, text) => {
  expect(buildPlainText(sanitise(html))).toBe(text);
});

test.each([
  ['短。', 10, '短。'],
  ['第一句话。第二句话很长很长。', 8, '第一句话。'],
  ['没有句号的很长的一句话', 5, '没有句号…'],
  ['One sentence. Another one that is long', 20, 'One sentence.'],
  ['Wonderful extraordinary', 15, 'Wonderful…'],
  ['涨3.5%后又跌', 5, '涨3.5…'],
  ['😀😀😀😀', 3, '😀😀…'],
])('%s in %d', (text, room, excerpt) => {
  expect(buildExcerpt(text, room)).toBe(excerpt);
  expect(Array.from(buildExcerpt(text, room)).length).toBeLessThanOrEqual(room);
});
