import { beforeAll, describe, expect, it } from 'vitest';
import { changeArticleStatus, deleteArticle } from '@/lib/articles/article-admin-store';
import { saveArticles } from '@/lib/articles/save-articles';
import { buildArticleInput } from '@/testing/build-article-input';
import { resolveAddress } from './resolve-address';

const id = '202202182281417543';
const slug = `NW${id}`;
const editor = { id: 'editor-1' };

beforeAll(async () => {
  await saveArticles(
    [
      buildArticleInput({
        identityKey: id,
        wantedSlug: slug,
        category: { slug: 'jingzhouribao', name: '荆州日报' },
        links: [{ path: '/feed/any/address', kind: 'hand' }],
      }),
      buildArticleInput({
        identityKey: 'zh-CN:2021-12-01-init',
        wantedSlug: 'init',
        category: { slug: 'TechWeb', name: 'TechWeb' },
        links: [
          { path: '/techweb/2021/12/01/init', kind: 'permalink' },
          { path: '/2021-12-01-init', kind: 'build-date' },
        ],
      }),
      buildArticleInput({
        identityKey: '202202180000000002',
        wantedSlug: 'spaces',
        category: { slug: '21shijijingjibaodao  nancailicaitong', name: '南财理财通' },
      }),
      buildArticleInput({
        identityKey: '202202180000000003',
        wantedSlug: 'brackets',
        category: { slug: 'anxinguojizhengquan(xianggang)', name: '安信国际证券(香港)' },
      }),
      buildArticleInput({ identityKey: '202201010000000001', wantedSlug: 'withdrawn' }),
      buildArticleInput({ identityKey: '202201010000000002', wantedSlug: 'deleted' }),
      buildArticleInput({ identityKey: '202201010000000003', wantedSlug: 'draft', isDraft: true }),
      buildArticleInput({ identityKey: '202201010000000004', wantedSlug: '中文 slug%' }),
    ],
    {},
  );
  await changeArticleStatus(editor, 'withdrawn', 'withdrawn');
  await deleteArticle(editor, 'deleted');
});

describe('resolveAddress', () => {
  it.each([
    ['/jingzhouribao/2022/02/18/NW202202182281417543.html', 'the old permalink'],
    ['/jingzhouribao/2022/02/17/nw202202182281417543', 'lower case, day off by one, no .html'],
    [
      '/21shijijingjibaodao/21caijingapp/2022/05/26/NW202202182281417543.html',
      'two category segments, all wrong',
    ],
    ['/2022/05/26/NW202202182281417543.html', 'no category'],
    ['/2026/11/23/2022-05-26-NW202202182281417543.html', 'the build date'],
    ['/html_News/NewsShare.html?infoCode=NW202202182281417543', 'the share page of the source'],
    ['/HTML_NEWS/newsshare.html?x=1&infoCode=202202182281417543&y=2', 'the same, decorated'],
    ['/news/11059,202202182281417543.html', 'the page at the source'],
    ['/a/202202182281417543.html', 'another page at the source'],
    ['/articles/nw202202182281417543', 'another case'],
    ['/articles/202202182281417543', 'without NW'],
    ['/en/jingzhouribao/2022/02/18/NW202202182281417543.html', 'with a language'],
    ['/Feed/Any/Address/', 'attached by hand'],
  ])('leads %s to the article (%s)', async (address) => {
    expect(await resolveAddress(address)).toEqual({ kind: 'redirect', location: `/articles/${slug}` });
  });

  it.each([
    ['/techweb/2021/12/01/init.html'],
    ['/TechWeb/2021/12/02/init.html'],
    ['/anything/2021/11/30/init'],
    ['/2026/11/23/2021-12-01-init.html'],
  ])('leads %s to a post without an id by its name and day', async (address) => {
    expect(await resolveAddress(address)).toEqual({ kind: 'redirect', location: '/articles/init' });
  });

  it.each([
    ['/category/jingzhouribao.html', '/category/jingzhouribao'],
    ['/category/Techweb.html', '/category/techweb'],
    ['/category/TechWeb', '/category/techweb'],
    ['/category/anxinguojizhengquan(xianggang).html', '/category/anxinguojizhengquan-xianggang'],
    [
      '/category/21shijijingjibaodao%20%20nancailicaitong.html',
      '/category/21shijijingjibaodao-nancailicaitong',
    ],
    ['/jingzhouribao/', '/category/jingzhouribao'],
    ['/category/%E8%8D%86%E5%B7%9E%E6%97%A5%E6%8A%A5', '/category/jingzhouribao'],
    ['/tag/荆州日报新闻', '/category/jingzhouribao'],
  ])('leads the old category page %s to %s', async (address, location) => {
    expect(await resolveAddress(address)).toEqual({ kind: 'redirect', location });
  });

  it.each([
    ['/2022/01/01/202201010000000001.html', 'gone'],
    ['/a/202201010000000002.html', 'gone'],
    ['/articles/deleted', 'gone'],
    ['/a/202201010000000003.html', 'unknown'],
    ['/a/209901010000000003.html', 'unknown'],
    ['/2022/99/99/init.html', 'unknown'],
    ['/wp-login.php', 'unknown'],
    ['/', 'unknown'],
    [`/${'x'.repeat(5000)}`, 'unknown'],
    ['/%00%ff%zz', 'unknown'],
  ])('answers %s with %s', async (address, kind) => {
    expect(await resolveAddress(address)).toEqual({ kind });
  });

  it('never leads to another host, whatever the slug', async () => {
    const found = await resolveAddress('/a/202201010000000004.html');
    expect(found).toEqual({ kind: 'redirect', location: '/articles/%E4%B8%AD%E6%96%87%20slug%25' });
  });
});
