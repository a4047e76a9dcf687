import { expect, test } from 'vitest';
import { applyStep } from './apply-step';
import { dropEmpty } from './drop-empty';
import { frameImages } from './frame-images';
import { shiftHeadings } from './shift-headings';
import { tidyWhitespace } from './tidy-whitespace';
import { unwrapUnknown } from './unwrap-unknown';
import { wrapTables } from './wrap-tables';

const frame = '<div class="table-scroll" role="group" tabindex="0">';

test.each([
  [
    'headings shift together',
    shiftHeadings,
    '<h1>a</h1><h2>b</h2><h6>c</h6>',
    '<h2>a</h2><h3>b</h3><h4>c</h4>',
  ],
  ['headings without h1 stay', shiftHeadings, '<h2>a</h2>', '<h2>a</h2>'],
  ['headings begin at h2', shiftHeadings, '<h4>a</h4><h5>b</h5><h4>c</h4>', '<h2>a</h2><h3>b</h3><h2>c</h2>'],
  ['empty headings do not count', shiftHeadings, '<h2></h2><h3>a</h3>', '<h2></h2><h2>a</h2>'],
  [
    'no level is skipped, siblings stay siblings',
    shiftHeadings,
    '<h2>a</h2><h5>b</h5><h4>c</h4><h5>d</h5><h2>e</h2>',
    '<h2>a</h2><h3>b</h3><h3>c</h3><h4>d</h4><h2>e</h2>',
  ],
  [
    'a table gets its frame',
    wrapTables,
    '<table><tr><td>1</td></tr></table>',
    `${frame}<table><tr><td>1</td></tr></table></div>`,
  ],
  ['but one', wrapTables, `${frame}<table></table></div>`, `${frame}<table></table></div>`],
  ['empty paragraphs', dropEmpty, '<p></p><p><br></p><p>&nbsp;</p><p>a<br></p><p><b></b></p>', '<p>a</p>'],
  ['empty cells stay', dropEmpty, '<table><tr><td></td></tr></table>', '<table><tr><td></td></tr></table>'],
  ['pictures stay', dropEmpty, '<p><img></p>', '<p><img></p>'],
  [
    'what a link leads to stays',
    dropEmpty,
    '<blockquote><p id="x"></p></blockquote>',
    '<blockquote><p id="x"></p></blockquote>',
  ],
  ['a picture alone', frameImages, '<p id="x" class="center"><img><br></p>', '<figure id="x"><img></figure>'],
  ['a picture in a text', frameImages, '<p>a<img></p>', '<p>a<img></p>'],
  ['unknown elements', unwrapUnknown, '<p><font>a</font><x:y>b</x:y></p>', '<p>ab</p>'],
  ['white space', tidyWhitespace, ' <p> a\n\n b </p>\n\n\n <p>c</p>', '<p>a\nb</p>\n<p>c</p>'],
  ['pre stays', tidyWhitespace, '<pre>a\n\n  b</pre>', '<pre>a\n\n  b</pre>'],
])('%s', (_name, step, source, html) => {
  expect(applyStep(source, step).html).toBe(html);
});
