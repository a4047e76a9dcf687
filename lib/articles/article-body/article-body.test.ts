import { expect, test } from 'vitest';
import { cleanArticleBody } from './article-body';

/** Written for this test in the shape of the old site's posts. */
const post = `> 某公司今日发布新品。（某某日报）

<p style="display:none;height:1px;overflow:hidden;"><br /></p><!-- EM_StockImg_Start --><p style="text-align:center;"><a href="http://quote.eastmoney.com/unify/r/106.NIO" class="EmImageRemark"><img src="https://webquoteklinepic.eastmoney.com/GetPic.aspx?nid=106.NIO&imageType=k&token=0&at=1" alt="K图 NIO_0" /></a></p><!-- EM_StockImg_End --><p>为<span id="stock_106.NIO"><a href="http://q" class="keytip" data-code="106,NIO">蔚来</a></span><span id="quote_106.NIO"></span>提供。<br /></p>\r
 <p>《&lt;某议定书&gt;》生效，详见<a href="//finews.withounder.com/2022/05/26/NW1.html">前文</a>。</p><center><img src="https://i.example/a_w800h400.jpg" alt="Image" width="400" /></center><p class="em_media">（文章来源：某某<span web="1" class="em_stock_key_common" data-code="90,BK1">日报</span>）</p>

<http://finance.eastmoney.com/news/1354,202205262391921712.html>

[返回滚动新闻](//finews.withounder.com/emnews/)｜[返回首页](//finews.withounder.com/)`;

test('a post of the old site', () => {
  expect(cleanArticleBody(post)).toEqual({
    html:
      '<p>为<data class="stock" value="106.NIO">蔚来</data>提供。</p>\n' +
      '<p>《&lt;某议定书&gt;》生效，详见<a href="/2022/05/26/NW1.html">前文</a>。</p>\n' +
      '<figure><img src="https://i.example/a_w800h400.jpg" alt="" width="400" height="200" loading="lazy" decoding="async" referrerpolicy="no-referrer" /></figure>',
    text: '为蔚来提供。\n《<某议定书>》生效，详见前文。',
    digest: '某公司今日发布新品。',
    sourceName: '某某日报',
    sourceUrl: 'http://finance.eastmoney.com/news/1354,202205262391921712.html',
    shareUrl: null,
    sourceLinks: ['http://finance.eastmoney.com/news/1354,202205262391921712.html'],
    imageUrl: 'https://i.example/a_w800h400.jpg',
    mentions: [{ market: '106', code: 'NIO', name: '蔚来', kind: 'stock', count: 1 }],
    warnings: [{ code: 'chart-removed', params: { count: 1 } }],
  });
});

test.each([
  [
    'the digest names the outlet where nothing else does',
    '> 涨了。（财联社）\n\n正文',
    { digest: '涨了。', sourceName: '财联社' },
  ],
  [
    'the source line wins',
    '> 涨了。（财联社）\n\n正文\n\n（文章来源：新华社）',
    { digest: '涨了。', sourceName: '新华社' },
  ],
  ['no text at all', '<>\n\n[返回首页](./)', { html: '', text: '' }],
  [
    'Markdown',
    '# 题\n\n**粗** [x](./y)\n\n```js\n1 < 2\n```',
    {
      html: '<h2>题</h2>\n<p><strong>粗</strong> x</p>\n<pre><code class="language-js">1 &lt; 2\n</code></pre>',
    },
  ],
  [
    'an outside link',
    '[x](http://a.example/)',
    { html: '<p><a href="http://a.example/" rel="noopener noreferrer nofollow">x</a></p>' },
  ],
  [
    'a footnote',
    'a[^1]\n\n[^1]: b',
    {
      html: '<p>a<sup id="b-fnref-1"><a href="#b-fn-1">1</a></sup></p>\n<hr />\n<ol><li id="b-fn-1">b <a href="#b-fnref-1">↩</a></li></ol>',
    },
  ],
  ['braces where Liquid is not spoken', '<p>{{ x }}</p>', { html: '' }],
])('%s', (_name, source, expected) => {
  expect(cleanArticleBody(source)).toMatchObject(expected);
});

test('braces stay in bodies that are no Jekyll posts', () => {
  expect(cleanArticleBody('<p>{{ x }}</p>', { liquid: false }).html).toBe('<p>{{ x }}</p>');
});

test('every warning', () => {
  const { warnings } = cleanArticleBody(
    `a\u0000 {{ x }} <span style="display:none">b</span><script>1</script>${'<i>'.repeat(200)}c`,
  );
  expect(warnings.map(({ code }) => code)).toEqual([
    'control-characters-removed',
    'liquid-removed',
    'body-deeply-nested',
    'hidden-content-removed',
    'unsafe-content-removed',
  ]);
});

/** Each about 60 KB. What took the square of its length would need many seconds. */
const hostile: [string, string][] = [
  ['nested boxes', '<div>'.repeat(12_000)],
  ['nested bold', '<b>x'.repeat(15_000)],
  ['boxes side by side', '<div>a</div>b'.repeat(5_000)],
  ['spans side by side', `<p>${'<span>a</span>'.repeat(4_000)}`],
  ['texts between items', `<ul>${'<li>a</li>b'.repeat(5_000)}`],
  ['lists in lists', '<ul>a'.repeat(12_000)],
  ['descriptions before terms', '<dl><dd>a<dt>b'.repeat(4_000)],
  ['items of no list', '<blockquote><li>a'.repeat(3_000)],
  ['wide and high cells', `<table>${'<tr><td colspan=999 rowspan=999>'.repeat(2_000)}`],
  ['texts between rows', `<table>${'<tr>a<td>b</tr>'.repeat(4_000)}`],
  ['tables in tables', '<table><tr><td>a'.repeat(4_000)],
  ['captions', '<figure><figcaption>a'.repeat(3_000)],
  ['short paragraphs', 'a\n\n'.repeat(15_000)],
  ['lines of navigation', '[返回](x)\n\n'.repeat(5_000)],
  ['opened charts', '<!-- EM_StockImg_Start -->'.repeat(2_500)],
  ['spaces', `a${' '.repeat(60_000)}b`],
  ['spaces in HTML', `<p>a${' '.repeat(60_000)}b\n`],
  ['angle brackets', '<'.repeat(60_000)],
  ['open brackets', '['.repeat(60_000)],
  ['closing brackets', 'a]'.repeat(30_000)],
  ['quotes', '>'.repeat(20_000)],
  ['stars', '*a **b '.repeat(8_000)],
  ['backticks', Array.from({ length: 300 }, (_, index) => '`'.repeat(index)).join(' ')],
  ['attribute lists', '{: .a '.repeat(10_000)],
  ['footnotes', '[^a]: b\n'.repeat(4_000) + '[^a]'.repeat(4_000)],
  ['open comments', '<!--'.repeat(15_000)],
  ['open tags', '<a href="'.repeat(6_000)],
  ['entities', '&#'.repeat(30_000)],
  ['output and code', '{{```a'.repeat(10_000)],
];

// No clock here: what is not linear would not end within the runner's own limit.
test.each(hostile)('%s come to an end', { timeout: 30_000 }, (_name, source) => {
  expect(cleanArticleBody(source).html).toBeTypeOf('string');
});
