import type { APIRequestContext } from '@playwright/test';
import { listSchemaProblems } from '../../testing/schema-org';
import { buildPost } from '../support/build-post';
import { hasHtmlChecker, listHtmlErrors } from '../../testing/check-html';
import { importPost, undoImport } from '../support/import-post';
import { readerPages } from '../support/reader-pages';
import { readerLocales } from '../support/reader-variants';
import { signIn } from '../support/sign-in';
import { expect, test } from '../support/test';

test.use({ javaScriptEnabled: false });

const richArticle = 'NW202611212481736095';

/** Markup as old editors wrote it: obsolete, wrongly nested, left open. */
const oldMarkup = `<center><font color="red" size="5">标题</font></center>
<p align="center">一段<p>又一段<b>粗<i>斜</b>体</i>
<table width="100%" border="1" cellpadding="0" bgcolor="#fff"><tr><td width="50%" nowrap>甲<td valign="top">乙</tr>
<tr><th scope="col" abbr="x">丙</th><td rowspan="9" colspan="2"><table><tr><td>内</table></td></tr></table>
<ul><p>不在项里</p><li>一<li>二<ol><li value="x">三</ol></ul><dl><dt>名<dd>释义</dl><dl><dd>无名</dl>
<img src="https://img.example/a.png" width="100%" border="0" align="left"><img alt="">
<a name="top" href=""><div>块在链接里</div></a><a href="https://a.example/ b">空格</a><marquee>滚动</marquee>
<h5>小标题</h5><h2>大标题</h2><span data-code="1,600160" class="keytip">巨化股份</span>
<blockquote><p>引文</blockquote><p id="a">一</p><p id="a">二</p><iframe src="https://a.example/"></iframe>`;

/** A page further down a list; its cursor is only known to a running portal. */
async function findCursorPage(request: APIRequestContext): Promise<string> {
  const response = await request.get('/api/articles?category=shichangcishu&limit=1');
  const { next } = (await response.json()) as { next: string };
  return `/category/shichangcishu?before=${encodeURIComponent(next)}`;
}

async function readPages(request: APIRequestContext, paths: string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const { prefix } of readerLocales) {
    for (const path of paths) {
      const address = path === '/' ? prefix || '/' : prefix + path;
      texts.set(address, await (await request.get(address)).text());
    }
  }
  return texts;
}

test('every type of page is valid HTML, in all languages', async ({ request }) => {
  if (!hasHtmlChecker()) return;
  test.setTimeout(120_000);
  await signIn(request);
  const old = buildPost({ title: '老编辑器的<标记>', body: oldMarkup });
  await importPost(request, old);
  const gone = buildPost({ title: '要撤下的一篇' });
  await undoImport(request, await importPost(request, gone));
  const pages = await readPages(request, [
    ...readerPages,
    await findCursorPage(request),
    `/articles/${old.slug}`,
    `/articles/${gone.slug}`,
  ]);
  const article = (await (await request.get(`/api/articles/${richArticle}`)).json()) as { shareUrl: string };
  const card = await request.get(article.shareUrl, { headers: { 'User-Agent': 'Twitterbot/1.0' } });
  pages.set('short link', await card.text());
  expect(await listHtmlErrors(pages)).toEqual([]);
});

test('what pages say of themselves is of schema.org', async ({ request }) => {
  const found = new Map<string, string[]>();
  for (const path of readerPages) {
    const response = await request.get(path);
    const blocks = Array.from(
      (await response.text()).matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g),
      ([, json = '']) => JSON.parse(json) as { '@type': string },
    );
    found.set(
      path,
      blocks.map((block) => block['@type']),
    );
    expect([path, ...blocks.flatMap(listSchemaProblems)]).toEqual([path]);
  }
  expect(found.get('/')).toEqual(['WebSite']);
  expect(found.get('/category/shichangcishu')).toEqual(['CollectionPage', 'BreadcrumbList']);
  expect(found.get(`/articles/${richArticle}`)).toEqual(['NewsArticle', 'BreadcrumbList']);
});
