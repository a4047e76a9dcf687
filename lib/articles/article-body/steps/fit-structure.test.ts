import { expect, test } from 'vitest';
import { applyStep } from './apply-step';
import { fitStructure } from './fit-structure';

test.each([
  '<ul><li>一</li><li>二<ul><li>三</li></ul></li></ul>',
  '<ol><li value="3">三</li></ol>',
  '<dl><dt>名</dt><dt>又名</dt><dd>义</dd><dd>又义</dd></dl>',
  '<table><caption>题</caption><thead><tr><th>甲</th></tr></thead><tr><td><table><tr><td>乙</td></tr></table></td></tr></table>',
  '<details><summary>题</summary>文</details>',
  '<figure><figcaption>题</figcaption><img></figure>',
  '<pre>一\n二</pre>',
])('%s stays', (html) => {
  expect(applyStep(html, fitStructure).html).toBe(html);
});

test.each([
  // Lists
  ['<ul><p>不在项里</p><li>一</li></ul>', '<ul><li><p>不在项里</p></li><li>一</li></ul>'],
  ['<ul>文<li>一</li></ul>', '<ul><li>文</li><li>一</li></ul>'],
  ['<ul><li>一</li>\n文<li>二</li></ul>', '<ul><li>一<p>\n文</p></li><li>二</li></ul>'],
  ['<ul><li>一</li><ul><li>二</li></ul></ul>', '<ul><li>一<ul><li>二</li></ul></li></ul>'],
  ['<ol><ol><li>一</li></ol></ol>', '<ol><li><ol><li>一</li></ol></li></ol>'],
  ['<ul><a name="x"></a><br><li value="2">一</li></ul>', '<ul><a name="x"></a><li>一</li></ul>'],
  ['<p>文</p><li>一</li>\n<li>二</li>', '<p>文</p><ul><li>一</li><li>二</li></ul>'],
  // Descriptions
  ['<dl><dd>无名</dd></dl>', '<p>无名</p>'],
  ['<dl><dt>名</dt></dl>', '<p>名</p>'],
  [
    '<dl><dd>前</dd><dt>名</dt><dd>义</dd><dt>后</dt></dl>',
    '<p>前</p><dl><dt>名</dt><dd>义</dd></dl><p>后</p>',
  ],
  ['<dl><dt>名</dt>义<dd> </dd></dl>', '<dl><dt>名</dt><dd>义</dd></dl>'],
  ['<dl><dt>名</dt><dd>义</dd><h2>题</h2></dl>', '<dl><dt>名</dt><dd>义<h2>题</h2></dd></dl>'],
  ['<dt>名</dt><dd>义</dd>', '<dl><dt>名</dt><dd>义</dd></dl>'],
  ['<dl><dt><h3>名</h3></dt><dd>义</dd></dl>', '<dl><dt><p>名</p></dt><dd>义</dd></dl>'],
  // Parts of nothing
  ['<tr><td>甲</td><td>乙</td></tr>', '<p>甲</p><p>乙</p>'],
  ['<td>文<p>段</p></td>', '<p>文</p><p>段</p>'],
  ['<figcaption>题</figcaption><summary>题</summary>', '<p>题</p><p>题</p>'],
  // Tables
  ['<table>文<tr><td>甲</td></tr></table>', '<p>文</p><table><tr><td>甲</td></tr></table>'],
  ['<table><tr><li>一</li></tr><caption>题</caption></table>', '<p>题</p><ul><li>一</li></ul>'],
  ['<div class="table-scroll"><table></table>文</div>', '<p>文</p>'],
  ['<table><tr><th><h3>甲</h3></th></tr></table>', '<table><tr><th><p>甲</p></th></tr></table>'],
  [
    '<table><caption><p>题</p><table><tr><td>甲</td></tr></table></caption><tr><td>乙</td></tr></table>',
    '<table><caption>题<br>甲</caption><tr><td>乙</td></tr></table>',
  ],
  // Others
  ['<details>文<p>段</p></details>', '<p>文</p><p>段</p>'],
  [
    '<details>文<summary>题</summary><summary>又</summary></details>',
    '<details><summary>题</summary>文<p>又</p></details>',
  ],
  ['<details><summary><p>题</p>文</summary></details>', '<details><summary>题<br>文</summary></details>'],
  [
    '<figure><img><figcaption>甲</figcaption><img><figcaption>乙</figcaption><br></figure>',
    '<figure><img><p>甲</p><img><br><figcaption>乙</figcaption></figure>',
  ],
  ['<pre>一<p>二</p><hr>三</pre>', '<pre>一\n二\n三</pre>'],
])('%s', (source, html) => {
  expect(applyStep(source, fitStructure).html).toBe(html);
  expect(applyStep(html, fitStructure).html).toBe(html);
});
