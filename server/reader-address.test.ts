import { describe, expect, it } from 'vitest';
import { parseReaderAddress } from './reader-address';

function parse(target: string, locale: 'zh-CN' | 'zh-TW' | 'en' = 'zh-CN') {
  return parseReaderAddress(new URL(target, 'http://door.invalid'), locale);
}

describe('parseReaderAddress: pages', () => {
  it.each([
    ['/', '/zh-CN'],
    ['/articles/NW202202182281417543', '/zh-CN/articles/NW202202182281417543'],
    ['/category', '/zh-CN/category'],
    ['/category/jingzhouribao', '/zh-CN/category/jingzhouribao'],
    ['/category/a?before=abc.1', '/zh-CN/category/a?before=abc.1'],
    ['/category/a?before=%26x%3D1', '/zh-CN/category/a?before=%26x%3D1'],
    ['/tag/%E8%B4%A2%E7%BB%8F', '/zh-CN/tag/%E8%B4%A2%E7%BB%8F'],
    ['/tag/财经', '/zh-CN/tag/%E8%B4%A2%E7%BB%8F'],
    ['/en', '/en'],
    ['/en/', '/en'],
    ['/en/articles/x', '/en/articles/x'],
    // What no page reads must not fill the cache with copies.
    ['/?utm_source=x', '/zh-CN'],
    ['/articles/x?before=1.1', '/zh-CN/articles/x'],
    ['/articles/x?a=1&b=2#c', '/zh-CN/articles/x'],
    ['/%61rticles/x', undefined],
    ['/articles/%4E%57', '/zh-CN/articles/NW'],
    ['/tag/c%2b%2B', '/zh-CN/tag/c%2B%2B'],
    ['/tag/a%2Fb', '/zh-CN/tag/a%2Fb'],
  ])('%s', (target, internal) => {
    const address = parse(target);
    expect(address.kind === 'page' ? address.internal : undefined).toBe(internal);
  });

  it.each([
    ['/search?order=newest&q=a&x=1', '/zh-CN/search?q=a&order=newest'],
    ['/search?q=%E8%8D%86+%E5%B7%9E&q=2', '/zh-CN/search?q=%E8%8D%86%20%E5%B7%9E'],
    ['/search?q=', '/zh-CN/search'],
    ['/search?q=%F0%90', '/zh-CN/search?q=%EF%BF%BD'],
    ['/stock/1.600160?before=a.1', '/zh-CN/stock/1.600160?before=a.1'],
    ['/archive/2022/02/18?at=14:57', '/zh-CN/archive/2022/02/18?at=14%3A57'],
    ['/articles/x/changes', '/zh-CN/articles/x/changes'],
    ['/zh-TW/saved', '/zh-TW/saved'],
  ])('reads what the page reads, in one order: %s', (target, internal) => {
    expect(parse(target)).toMatchObject({ internal });
  });

  it('takes values of at most 200 characters', () => {
    expect(parse(`/tag/a?before=${'x'.repeat(300)}`)).toMatchObject({
      internal: `/zh-CN/tag/a?before=${'x'.repeat(200)}`,
    });
  });

  it('turns round with the default language', () => {
    expect(parse('/', 'en')).toMatchObject({ kind: 'page', locale: 'en', internal: '/en' });
    expect(parse('/zh-CN/category/a', 'en')).toMatchObject({
      locale: 'zh-CN',
      internal: '/zh-CN/category/a',
    });
    expect(parse('/en/category/a', 'en')).toEqual({ kind: 'redirect', location: '/category/a' });
    expect(parse('/tag/a?before=1.1', 'zh-TW')).toMatchObject({
      locale: 'zh-TW',
      internal: '/zh-TW/tag/a?before=1.1',
    });
    expect(parse('/zh-CN/', 'zh-TW')).toMatchObject({ locale: 'zh-CN', internal: '/zh-CN' });
    expect(parse('/zh-TW/search?q=a', 'zh-TW')).toEqual({ kind: 'redirect', location: '/search?q=a' });
  });
});

describe('parseReaderAddress: the default language has no prefix', () => {
  it.each([
    ['/zh-CN', '/'],
    ['/zh-CN/', '/'],
    ['/zh-CN/articles/x?before=1', '/articles/x?before=1'],
    // Never another host.
    ['/zh-CN//evil.example/x', '/evil.example/x'],
    ['/zh-CN/\\evil.example', '/evil.example'],
  ])('%s', (target, location) => {
    expect(parse(target)).toEqual({ kind: 'redirect', location });
  });
});

describe('parseReaderAddress: the resolver decides', () => {
  it.each([
    ['/jingzhouribao/2022/02/18/NW1.html', 'zh-CN', '/jingzhouribao/2022/02/18/NW1.html'],
    ['/articles/x/', 'zh-CN', '/articles/x/'],
    ['/articles//x', 'zh-CN', '/articles//x'],
    ['/articles/', 'zh-CN', '/articles/'],
    ['/articles', 'zh-CN', '/articles'],
    ['/en/a/b?infoCode=NW1', 'en', '/a/b?infoCode=NW1'],
    ['/english', 'zh-CN', '/english'],
    ['/EN/category', 'zh-CN', '/EN/category'],
    ['/zh-tw/category', 'zh-CN', '/zh-tw/category'],
    ['/articles/x/other', 'zh-CN', '/articles/x/other'],
    ['/archive/2022/2', 'zh-CN', '/archive/2022/2'],
    ['/missing', 'zh-CN', '/missing'],
    ['/gone', 'zh-CN', '/gone'],
    ['/unavailable', 'zh-CN', '/unavailable'],
    // Not text at all.
    ['/articles/%E0%A4%A', 'zh-CN', '/articles/%E0%A4%A'],
    ['/tag/%00', 'zh-CN', '/tag/%00'],
  ])('%s', (target, locale, path) => {
    expect(parse(target)).toEqual({ kind: 'other', locale, path });
  });
});

describe('parseReaderAddress: a stock has one address', () => {
  it.each([
    ['/stock/600160.SH', '/stock/1.600160'],
    ['/stock/600160.sh?before=a.1&x=1', '/stock/1.600160?before=a.1'],
    ['/stock/106.nio', '/stock/106.NIO'],
    ['/en/stock/90.bk0493', '/en/stock/90.BK0493'],
    ['/stock/%36%30%30160', '/stock/1.600160'],
    ['/stock/NYSE%3ANIO', '/stock/106.NIO'],
  ])('%s', (target, location) => {
    expect(parse(target)).toEqual({ kind: 'redirect', location });
  });

  it.each(['/stock/1.600160', '/stock/nonsense'])('%s is a page as it stands', (target) => {
    expect(parse(target)).toMatchObject({ kind: 'page', internal: `/zh-CN${target}` });
  });
});
