import { expect, test } from 'vitest';
import { renderMarkdown } from './render-markdown';

test.each([
  ['one block of HTML', '<p>一</p>\n <p>二</p>', '<p>一</p>\n<p>二</p>'],
  ['a paragraph', '祝贺开站', '<p>祝贺开站</p>\n'],
  [
    'an autolink',
    '<http://a.example/1,2.html>',
    '<p><a href="http://a.example/1,2.html">http://a.example/1,2.html</a></p>\n',
  ],
  ['an empty autolink', '<>', '<p>&lt;&gt;</p>\n'],
  [
    'a leading quote',
    '> 摘要\n\n正文',
    '<blockquote data-digest="">\n<p>摘要</p>\n</blockquote>\n<p>正文</p>\n',
  ],
  ['Markdown after HTML', '<p>一</p>\n\n**二**', '<p>一</p>\n<p><strong>二</strong></p>\n'],
  ['Markdown right under HTML', '<p>一</p>\n**二**', '<p>一</p>\n<p><strong>二</strong></p>\n'],
  [
    'an autolink right under HTML',
    '<p>一</p>\n<http://a.example/>',
    '<p>一</p>\n<p><a href="http://a.example/">http://a.example/</a></p>\n',
  ],
  ['indented HTML behind a blank line', '<div>\n\n    <p>一</p>\n    </div>', '<div>\n<p>一</p>\n</div>'],
  ['code stays code', 'so:\n\n    <div>', '<p>so:</p>\n<pre><code>&lt;div&gt;\n</code></pre>\n'],
  ['blank lines in pre', '<pre>\na\n\nb\n</pre>', '<pre>\na\n\nb\n</pre>'],
  [
    'a table',
    '|a|b|\n|-|-|\n|1|2|',
    '<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n',
  ],
  ['strikethrough', '~~x~~', '<p><s>x</s></p>\n'],
  ['fenced code', '```ruby\n{:a=>1}\n```', '<pre><code class="language-ruby">{:a=&gt;1}\n</code></pre>\n'],
  ['an attribute list of a span', '*x*{: .y}', '<p><em>x</em></p>\n'],
  ['an attribute list of a block', 'x\n{: style="float: right;" width="1"}', '<p>x\n</p>\n'],
  ['an id', '## X {#x}', '<h2>X <span id="x"></span></h2>\n'],
  ['a Ruby hash', 'it is {:b=>2}', '<p>it is {:b=&gt;2}</p>\n'],
  [
    'a footnote',
    'a[^n]\n\n[^n]: *b*',
    '<p>a<sup id="fnref-1"><a href="#fn-1">1</a></sup></p>\n<hr>\n<ol>\n<li id="fn-1"><em>b</em> <a href="#fnref-1">↩</a></li>\n</ol>\n',
  ],
  ['an unknown footnote', 'a[^n]', '<p>a[^n]</p>\n'],
])('%s', (_name, source, html) => {
  expect(renderMarkdown(source)).toBe(html);
});
