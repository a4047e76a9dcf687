import { describe, expect, it } from 'vitest';
import { extractSourceId, foldPath, maxFoldedPath } from './fold-path';

const id = '202202182281417543';

describe('foldPath', () => {
  it.each([
    ['/jingzhouribao/2022/02/18/NW202202182281417543.html', '/jingzhouribao/2022/02/18/nw202202182281417543'],
    ['/jingzhouribao/2022/02/17/nw202202182281417543', '/jingzhouribao/2022/02/17/nw202202182281417543'],
    ['https://finews.zning.me/TechWeb//2022/05/26/x.htm', '/techweb/2022/05/26/x'],
    ['//finews.withounder.com/emnews/', '/emnews'],
    ['//emnews/2022', '/emnews/2022'],
    ['/category/anxinguojizhengquan(xianggang).html', '/category/anxinguojizhengquan(xianggang)'],
    ['/category/21shijijingjibaodao%2021caijingAPP.html', '/category/21shijijingjibaodao 21caijingapp'],
    [
      '/html_News/NewsShare.html?infoCode=NW202202182281417543',
      '/html_news/newsshare?infocode=nw202202182281417543',
    ],
    ['/a?utm_source=x&infoCode=NW1&y=2#top', '/a?infocode=nw1'],
    ['/a?utm_source=x', '/a'],
    ['/%E8%B4%A2%E7%BB%8F/', '/财经'],
    ['/100%-broken%zz', '/100%25-broken%25zz'],
    ['/%ff%fe/x', '/%25ff%25fe/x'],
    ['/hash-%231.html', '/hash-%231'],
    ['/what%3F', '/what%3f'],
    ['/a\u0000b\ud800/', '/ab\ufffd'],
    ['/foo/index.html', '/foo'],
    ['relative/path', '/relative/path'],
    ['https://example.org', '/'],
    ['', '/'],
    ['/../%2e%2e/etc', '/../../etc'],
  ])('%j becomes %j', (given, folded) => {
    expect(foldPath(given)).toBe(folded);
    expect(foldPath(folded)).toBe(folded);
  });

  it('keeps the key short and comes to an end on hostile input', { timeout: 30_000 }, () => {
    for (const part of ['/', '%25', '.html', '%', '//', 'a.', '?infocode=', '&infocode=', '\u0130']) {
      expect(foldPath(part.repeat(200_000)).length).toBeLessThanOrEqual(maxFoldedPath);
      extractSourceId(part.repeat(200_000));
    }
  });
});

describe('extractSourceId', () => {
  it.each([
    ['/jingzhouribao/2022/02/18/NW202202182281417543.html', id],
    ['/21shijijingjibaodao/21caijingapp/2022/05/26/NW202202182281417543.html', id],
    ['/2022/05/26/nw202202182281417543', id],
    ['/2026/11/23/2022-05-26-NW202202182281417543.html', id],
    ['/html_News/NewsShare.html?infoCode=NW202202182281417543', id],
    ['https://x.example/NewsShare.html?a=202101011234567890&infocode=nw202202182281417543', id],
    ['/news/11059,202202182281417543.html', id],
    ['/news/11059%2C202202182281417543.html', id],
    ['/a/202202182281417543.html', id],
    ['NW202202182281417543', id],
    ['/-202202182281417543', id],
    ['/x/202213182281417543', null],
    ['/x/202202002281417543', null],
    ['/x/2022021822814175431', null],
    ['/x/20220218228141754', null],
    ['/2022/02/18/hello', null],
    ['', null],
  ])('%s has the id %s', (address, expected) => {
    expect(extractSourceId(address)).toBe(expected);
  });
});
