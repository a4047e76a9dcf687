import { expect, test } from 'vitest';
import { sanitise } from './sanitise';

test.each([
  ['<p onclick="x">a</p>', '<p>a</p>'],
  ['<h1>a</h1>', '<h2>a</h2>'],
  ['<script>x</script><xmp>y</xmp>', ''],
  ['<a href="javascript:x">a</a>', '<a>a</a>'],
  ['<a href="\u00A0javascript:x">a</a>', '<a>a</a>'],
  ['<a href="x.html">a</a>', '<a>a</a>'],
  ['<a href="/x" rel="x">a</a>', '<a href="/x">a</a>'],
  [
    '<a href="https://a.example" target="_blank">a</a>',
    '<a href="https://a.example/" rel="noopener noreferrer nofollow">a</a>',
  ],
  ['<img src="data:image/png;base64,x">', ''],
  ['<p style="text-align:center;color:red">a</p>', '<p class="center">a</p>'],
  ['<p class="center">a</p>', '<p class="center">a</p>'],
  ['<p id="content">a</p><p id="b-x">b</p>', '<p>a</p><p id="b-x">b</p>'],
  ['<data value="106.NIO">a</data><data value="x">b</data>', '<data class="stock" value="106.NIO">a</data>b'],
  ['<code class="language-js evil">a</code>', '<code class="language-js">a</code>'],
  ['<td colspan="2" rowspan="0" style="text-align: center">a</td>', '<td colspan="2" class="center">a</td>'],
  [
    '<div class="table-scroll" role="alert">a</div>',
    '<div class="table-scroll" role="group" tabindex="0">a</div>',
  ],
  ['<blockquote cite="javascript:x">a</blockquote>', '<blockquote>a</blockquote>'],
  ['<span style="x">a</span><font>b</font>', 'ab'],
  ['&lt;b&gt; &amp; "', '&lt;b&gt; &amp; "'],
])('%s', (source, html) => {
  expect(sanitise(source)).toBe(html);
  expect(sanitise(html)).toBe(html);
});
