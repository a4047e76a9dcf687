import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { convertToMarkdown } from './convert-to-markdown';

it.each([
  ['<p>一段<br />第二行</p><p>又一段</p>', '一段\\\n第二行\n\n又一段'],
  ['<h2>标题 <em>斜</em></h2>', '## 标题 *斜*'],
  ['<p>a <strong> b </strong>c <del>d</del> <code>e`f</code></p>', 'a **b** c ~~d~~ ``e`f``'],
  ['<p><a href="https://a.b/c(d)?e=1&amp;f=2">链接</a></p>', '[链接](<https://a.b/c(d)?e=1&f=2>)'],
  ['<figure><img src="https://a.b/c.png" alt="图]" /></figure>', '![图\\]](<https://a.b/c.png>)'],
  ['<ul><li>a</li><li><p>b</p><ol start="3"><li>c</li></ol></li></ul>', '- a\n- b\n\n  3. c'],
  ['<blockquote><p>a</p><p>b</p></blockquote><hr />', '> a\n>\n> b\n\n---'],
  ['<pre><code class="language-js">a\n```\nb</code></pre>', '````js\na\n```\nb\n````'],
  [
    '<div class="table-scroll"><table><caption>表</caption><thead><tr><th>a</th><th>b|c</th></tr></thead><tbody><tr><td>1<br />2</td></tr></tbody></table></div>',
    '表\n\n| a | b\\|c |\n| --- | --- |\n| 1 2 |  |',
  ],
  ['<p><data class="stock" value="1.600519">贵州茅台</data>涨 <sup>1</sup></p>', '贵州茅台涨 1'],
  ['<p><ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby></p>', '漢（hàn）'],
  ['', ''],
])('%s', (html, markdown) => {
  expect(convertToMarkdown(html)).toBe(markdown);
});

describe('text stays text', () => {
  const texts = [
    '<script>alert(1)</script>',
    '&lt;b&gt; &#60; &amp;',
    '# no heading',
    '- no list',
    '+ no list',
    '1. no list',
    '---',
    '===',
    '> no quote',
    '*a* **b** _c_ __d__ ~~e~~ `f`',
    '[a](javascript:alert(1)) ![b](c)',
    '<https://a.b>',
    'snake_case_name a\\b',
    '```js',
    '| a | b |',
  ];
  it.each(texts)('%s', (text) => {
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const back = new MarkdownIt({ html: true }).render(convertToMarkdown(`<p>${escaped}</p>`)).trim();
    expect(back).toBe(`<p>${escaped.replaceAll('"', '&quot;')}</p>`);
  });
});

it.each([
  ['white space', `<p>a${' \u00a0'.repeat(50_000)}b</p>`],
  ['empty lines of code', `<pre><code>${'\n'.repeat(20_000)}b</code></pre>`],
  ['marks', `<p>${'<em>a</em><strong> b </strong>_*['.repeat(5000)}</p>`],
  ['nested quotes', `${'<blockquote>'.repeat(120)}${'x\n'.repeat(2000)}${'</blockquote>'.repeat(120)}`],
  ['list items', `<ul>${'<li>a</li>'.repeat(8000)}</ul>`],
  ['line breaks', `<p>${'<br />'.repeat(20_000)}</p>`],
])('%s cost no more than their length', (_name, html) => {
  expect(convertToMarkdown(html).length).toBeLessThan(html.length * 3);
});
