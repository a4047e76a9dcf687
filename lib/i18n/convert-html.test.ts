import { beforeAll, expect, test } from 'vitest';
import { convertHtml } from './convert-html';
import { loadScriptConverter } from './script-converter';

// The dictionaries take their time on a busy machine.
beforeAll(async () => {
  await loadScriptConverter('Hant');
}, 60_000);

test.each([
  ['<p>以<strong>后</strong>的发展</p>', '<p>以<strong>後</strong>的發展</p>'],
  ['<p>以</p><p>后面</p>', '<p>以</p><p>後面</p>'],
  ['<p>皇<a href="/tag/后">后</a></p>', '<p>皇<a href="/tag/后">后</a></p>'],
  [
    '<img src="https://a.example/图.png" alt="图表&quot;里&quot;" title="说明" />',
    '<img src="https://a.example/图.png" alt="圖表&quot;裡&quot;" title="說明" />',
  ],
  ['<p>运行 <code>软件 --后</code> 以后</p>', '<p>運行 <code>软件 --后</code> 以後</p>'],
  [
    '<pre><code class="language-js">const 数 = 1;</code></pre>',
    '<pre><code class="language-js">const 数 = 1;</code></pre>',
  ],
  [
    '<p>题为<span lang="ja">国会 <b>対策</b></span>的文</p>',
    '<p>題為<span lang="ja">国会 <b>対策</b></span>的文</p>',
  ],
  ['<p lang="zh-CN">发展</p>', '<p lang="zh-CN">發展</p>'],
  ['<p>皇<code>x</code>后</p>', '<p>皇<code>x</code>後</p>'],
  [
    '<p>利润&lt;亏损&amp;5 &gt; 3</p><hr /><p>钱<br />里</p>',
    '<p>利潤&lt;虧損&amp;5 &gt; 3</p><hr /><p>錢<br />裡</p>',
  ],
  [
    '<data class="stock" value="1.600519">贵州茅台</data>',
    '<data class="stock" value="1.600519">貴州茅臺</data>',
  ],
  ['发', '發'],
  ['', ''],
])('%s', async (html, expected) => {
  expect(convertHtml(html, await loadScriptConverter('Hant'))).toBe(expected);
});

test('a converter that changes lengths is asked for each text alone', () => {
  expect(convertHtml('<p>a<b>b</b></p>', (text) => `${text}${text}`)).toBe('<p>aa<b>bb</b></p>');
});

test('hostile nesting costs no more than its length', () => {
  const html = '<b>里'.repeat(10_000);
  expect(convertHtml(html, (text) => text)).toBe(html);
});
